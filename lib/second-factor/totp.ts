import { createHmac, timingSafeEqual } from "node:crypto";

/** Time-based one-time passwords by RFC 6238 as authenticator apps make them: SHA-1, 6 digits. */
const STEP_SECONDS = 30;
const DIGITS = 6;

/** Steps before and after the present one that count too: clocks differ, and typing takes time. */
const DRIFT = 1;

export const SECRET_BYTES = 20;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = "";
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

export const stepAt = (milliseconds: number): number =>
  Math.floor(milliseconds / 1000 / STEP_SECONDS);

/** The code of one step (RFC 4226, section 5.3). */
export function codeAt(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 15;
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, "0");
}

/** The step whose code this is, after `last` alone, or null: no code is taken twice. */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  { now, last }: { now: number; last: number },
): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const given = Buffer.from(code);
  const present = stepAt(now);
  for (let step = Math.max(present - DRIFT, last + 1); step <= present + DRIFT; step += 1) {
    if (timingSafeEqual(given, Buffer.from(codeAt(secret, step)))) return step;
  }
  return null;
}

/** What an authenticator app reads from a QR code. */
export function otpauthAddress(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({
    ...{ secret: base32(secret), issuer, algorithm: "SHA1" },
    ...{ digits: String(DIGITS), period: String(STEP_SECONDS) },
  });
  // Some apps show a plus as it stands.
  return `otpauth://totp/${label}?${query.toString().replaceAll("+", "%20")}`;
}
