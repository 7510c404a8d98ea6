import { createHash, randomBytes } from "node:crypto";

/** At rest only the hash: 256 random bits need no salt and no slow hash. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

/** A secret for a link or a token, and what to keep of it. */
export function newSecret(prefix = ""): { secret: string; hash: string } {
  const secret = prefix + randomBytes(32).toString("base64url");
  return { secret, hash: hashSecret(secret) };
}
