import { DomainError } from "@/lib/platform/errors";
import { FetchError } from "@/lib/platform/guarded-fetch";
import { extractBadge } from "./extract-badge";
import { readClaims } from "./read-claims";
import { check } from "./verification";
import { conclude, type Verification, type VerifyOptions, verifyDocument } from "./verify-document";

const failed = (code: string, params: Record<string, string> = {}): Verification =>
  conclude([check("parse", "fails", code, params)]);

const isLink = (text: string) => /^https?:\/\/\S+$/i.test(text);

/**
 * Verifies whatever somebody hands over: a document, a token, a baked PNG or SVG, or a link to
 * one of them. Never throws for what it was given; the checks say what is wrong with it.
 */
export async function verifyCredential(
  given: Buffer | string,
  options: VerifyOptions,
): Promise<Verification> {
  const bytes = Buffer.from(given);
  const text = bytes.subarray(0, 2048).toString("utf8").trim();
  if (!isLink(text)) return verifyBytes(bytes, options);
  try {
    return await verifyBytes((await options.read(text)).bytes, options);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return conclude([check("parse", "unknown", "link_unreachable", { fault: error.fault })]);
  }
}

async function verifyBytes(bytes: Buffer, options: VerifyOptions): Promise<Verification> {
  const text = attempt(() => extractBadge(bytes));
  if (text === undefined) return failed("no_credential");
  if (text.trim() === "") return failed("empty");
  const credential = attempt(() => readClaims(text));
  return credential ? verifyDocument(credential, options) : failed("unreadable");
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    // What a stranger hands over may be broken in any way; a domain error would be ours.
    if (error instanceof DomainError) throw error;
    return undefined;
  }
}
