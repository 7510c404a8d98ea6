import { type Actor, actorKey } from "@/lib/auth/actor";
import { DomainError } from "@/lib/platform/errors";
import { takePoint } from "@/lib/platform/rate-limit";
import { readOutside } from "./read-outside";
import { verifyCredential } from "./verify-credential";
import type { Verification } from "./verify-document";

/** More than any badge takes. */
export const MAX_GIVEN_KB = 768;

/** Each may make this server ask another one for a key and a list. */
const LIMIT = { name: "verify-credential", points: 60, seconds: 600 };

/** Verifies what anybody hands in. Throws rate_limited and file_too_large. */
export async function verifyPublicly(
  actor: Actor,
  given: Buffer | string,
  email?: string,
): Promise<Verification> {
  if (Buffer.byteLength(given) > MAX_GIVEN_KB * 1024) {
    throw new DomainError("too_large", "file_too_large", { limitKb: MAX_GIVEN_KB });
  }
  await takePoint(LIMIT, actorKey(actor));
  return verifyCredential(given, { read: readOutside, ...(email && { email }) });
}
