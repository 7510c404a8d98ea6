import { randomBytes } from "node:crypto";
import { hashSecret } from "@/lib/auth/one-time-secret";
import { base32 } from "./totp";

const COUNT = 10;
const BYTES = 10;

/** 80 random bits each need no salt and no slow hash. */
const hashCode = (code: string): string => hashSecret(`recovery ${plain(code)}`);

/** As typed off paper: spaces, dashes and capitals do not matter. */
const plain = (code: string): string => code.toLowerCase().replace(/[\s-]/g, "");

/** Codes to keep on paper, shown once, and what to keep of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: COUNT }, () =>
    (base32(randomBytes(BYTES)).toLowerCase().match(/.{4}/g) ?? []).join("-"),
  );
  return { codes, hashes: codes.map(hashCode) };
}

/** The hashes that are left once the code is used up, or null when it is none of them. */
export function withoutCode(hashes: readonly string[], code: string): string[] | null {
  const used = hashCode(code);
  return hashes.includes(used) ? hashes.filter((hash) => hash !== used) : null;
}
