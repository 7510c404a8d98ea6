import { BlockList, isIP } from "node:net";

const PRIVATE = new BlockList();

/** Ranges that the IANA registries of special-purpose addresses call not globally reachable. */
const RANGES_V4: [string, number][] = [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
  ] as const),
  ...([
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
  ] as const),
  ...([
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 3],
  ] as const),
] as [string, number][];

for (const [network, prefix] of RANGES_V4) PRIVATE.addSubnet(network, prefix, "ipv4");

// Only 2000::/3 is given out; within it, tunnels and documentation lead elsewhere.
const UNICAST_V6 = new BlockList();
UNICAST_V6.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
  ] as const),
]) {
  PRIVATE.addSubnet(network, prefix, "ipv6");
}

/** Whether an IP address belongs to the public internet, and to no network of ours. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE.check(address, "ipv4");
  if (family !== 6) return false;
  return UNICAST_V6.check(address, "ipv6") && !PRIVATE.check(address, "ipv6");
}
