import { Resolver } from "node:dns/promises";
import { FetchError, guardedFetch } from "@/lib/platform/guarded-fetch";

export const PROOF_PATH = "/.well-known/touchstone.txt";

/** What stands in the text record, or as a line of the file. */
export const proofText = (code: string): string => `touchstone-verification=${code}`;

const DNS_TIMEOUT_MS = 3000;
const FILE_TIMEOUT_MS = 6000;
const FILE_BYTES = 4096;

export type Internet = {
  /** Tests ask a name server of their own. */
  nameServers?: string[];
  fetch?: typeof guardedFetch;
};

/** Whether the domain's owner put the proof there: as a text record, else as a file. */
export async function findProof(
  domain: string,
  code: string,
  { nameServers, fetch = guardedFetch }: Internet = {},
): Promise<boolean> {
  const wanted = proofText(code);
  return (await inRecord(domain, wanted, nameServers)) || (await inFile(domain, wanted, fetch));
}

async function inRecord(domain: string, wanted: string, servers?: string[]): Promise<boolean> {
  const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 2 });
  if (servers) resolver.setServers(servers);
  try {
    const records = await resolver.resolveTxt(domain);
    return records.some((parts) => parts.join("").trim() === wanted);
  } catch {
    return false;
  }
}

async function inFile(
  domain: string,
  wanted: string,
  fetch: typeof guardedFetch,
): Promise<boolean> {
  try {
    const limits = { maxBytes: FILE_BYTES, timeoutMs: FILE_TIMEOUT_MS };
    const { bytes } = await fetch(`https://${domain}${PROOF_PATH}`, limits);
    return bytes
      .toString("utf8")
      .split(/\r?\n/)
      .some((line) => line.trim() === wanted);
  } catch (error) {
    if (error instanceof FetchError) return false;
    throw error;
  }
}
