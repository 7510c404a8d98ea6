import { type LookupAddress, lookup as systemLookup } from "node:dns";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

export type FetchFault = "refused" | "unreachable" | "too_large" | "timed_out" | "bad_status";

/** Why an outside document could not be had. Its address is the caller's to name. */
export class FetchError extends Error {
  override readonly name = "FetchError";
  constructor(readonly fault: FetchFault) {
    super(fault);
  }
}

export type Fetched = { bytes: Buffer; contentType: string };

type Options = {
  accept?: string;
  maxBytes?: number;
  /** For the whole of it, redirects included. */
  timeoutMs?: number;
  /** Tests stand in for the internet with these. */
  isPublic?: (address: string) => boolean;
  lookup?: typeof systemLookup;
  ca?: string;
};

const MAX_BYTES = 1_048_576;
const TIMEOUT_MS = 8000;
const REDIRECTS = 3;

/**
 * Fetches what a stranger named: by https, from public addresses alone, within limits. The address
 * that was judged is the one connected to, and every redirect is judged anew. Throws FetchError.
 */
export async function guardedFetch(address: string, options: Options = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let url = address;
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const answer = await ask(admissible(url, options), options, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      answer.destroy();
      url = new URL(headers.location, url).href;
      continue;
    }
    if (statusCode !== 200) {
      answer.destroy();
      throw new FetchError("bad_status");
    }
    const bytes = await readBody(answer, options.maxBytes ?? MAX_BYTES, signal);
    return { bytes, contentType: headers["content-type"] ?? "" };
  }
  throw new FetchError("refused");
}

function admissible(text: string, { isPublic = isPublicAddress }: Options): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:" || url.username || url.password) throw new FetchError("refused");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A literal address is never looked up, so it is judged here.
  if (isIP(host) && !isPublic(host)) throw new FetchError("refused");
  return url;
}

const guardedLookup =
  ({ isPublic = isPublicAddress, lookup = systemLookup }: Options): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, "", 0);
      const [first] = found;
      if (!first || found.some(({ address }) => !isPublic(address))) {
        return callback(new FetchError("refused"), "", 0);
      }
      if (options.all) return callback(null, found);
      callback(null, first.address, first.family);
    });
  };

const asFault = (error: unknown, signal: AbortSignal): FetchError => {
  if (error instanceof FetchError) return error;
  return new FetchError(signal.aborted ? "timed_out" : "unreachable");
};

function ask(url: URL, options: Options, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      headers: { accept: options.accept ?? "*/*", "user-agent": "touchstone" },
      agent: false,
      lookup: guardedLookup(options),
      signal,
      ...(options.ca && { ca: options.ca }),
    });
    sent.once("response", resolve);
    sent.once("error", (error) => reject(asFault(error, signal)));
    sent.end();
  });
}

async function readBody(answer: IncomingMessage, maxBytes: number, signal: AbortSignal) {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer) {
      size += chunk.length;
      if (size > maxBytes) throw new FetchError("too_large");
      chunks.push(chunk);
    }
  } catch (error) {
    throw asFault(error, signal);
  }
  return Buffer.concat(chunks);
}
