import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { secrets } from "@/lib/platform/secrets";

const sign = (email: string, id: string) =>
  createHmac("sha256", secrets().authSecret).update(`device\n${email}\n${id}`).digest("base64url");

/** A mark for a browser that has signed in to this account; it survives sign-out. */
export function issueDevice(email: string): string {
  const id = randomBytes(16).toString("base64url");
  return `${id}.${sign(email, id)}`;
}

/** The device's id when its mark was issued for this account, else null. */
export function knownDevice(mark: string | undefined, email: string): string | null {
  const [id, signature, rest] = mark?.split(".") ?? [];
  if (!id || !signature || rest !== undefined) return null;
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(email, id));
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}
