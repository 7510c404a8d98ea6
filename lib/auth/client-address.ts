import { isIP } from "node:net";

/** Set by this server from the socket on every request (instrumentation.ts), over anything sent. */
export const PEER_HEADER = "x-touchstone-peer";

const UNKNOWN = "unknown";

/**
 * The address that limits count by: the socket's without proxies, else what the outermost trusted
 * proxy wrote. Entries further left were sent by the client and prove nothing.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  if (trustedProxies === 0) return canonical(headers.get(PEER_HEADER));
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return canonical(chain.at(-trustedProxies));
}

/** IPv4 as it is; of IPv6 the /64, since one subscriber owns all of it. */
function canonical(raw: string | null | undefined): string {
  const address = (raw ?? "").replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^::ffff:(?=\d+\.)/i, "");
  const version = isIP(address);
  if (version === 4) return address;
  return version === 6 ? networkOf(address) : UNKNOWN;
}

function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = (part: string) => part.split(":").filter((group) => group !== "");
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const filled = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0")];
  const first = [...filled, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${first.join(":")}::/64`;
}
