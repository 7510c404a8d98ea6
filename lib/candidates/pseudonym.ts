import { createHmac } from "node:crypto";
import { secrets } from "@/lib/platform/secrets";

const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * What a blind candidate is called, five characters. It differs between organisations, so that two
 * of them cannot put what they know together.
 */
export function pseudonym(organisationId: string, userId: string): string {
  const digest = createHmac("sha256", secrets().authSecret)
    .update(`pseudonym\n${organisationId}\n${userId}`)
    .digest();
  return [...digest.subarray(0, 5)].map((byte) => ALPHABET[byte % 32]).join("");
}
