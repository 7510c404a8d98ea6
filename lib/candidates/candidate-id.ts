import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { secrets } from "@/lib/platform/secrets";
import { fromIdBytes, toIdBytes } from "@/lib/platform/uuid-bytes";

const CIPHER = "aes-256-ecb";

/** Each organisation has a key of its own, so that two of them cannot compare ids. */
const keyOf = (organisationId: string) =>
  createHmac("sha256", secrets().authSecret).update(`candidate id\n${organisationId}`).digest();

/**
 * The id by which one organisation knows a candidate: his own, encrypted. An id is exactly one block
 * of the cipher, so each has one counterpart and no table has to keep which.
 */
export function candidateId(organisationId: string, userId: string): string {
  const cipher = createCipheriv(CIPHER, keyOf(organisationId), null).setAutoPadding(false);
  return fromIdBytes(cipher.update(toIdBytes([userId])))[0] as string;
}

/** Whom an organisation's id of a candidate names, if anybody. Throws candidate_not_found. */
export function userOfCandidate(organisationId: string, id: string): string {
  const block = toIdBytes([requireId(id, "candidate_not_found")]);
  const decipher = createDecipheriv(CIPHER, keyOf(organisationId), null).setAutoPadding(false);
  const userId = fromIdBytes(decipher.update(block))[0];
  if (userId === undefined) throw notFound("candidate_not_found");
  return userId;
}
