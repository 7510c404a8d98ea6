import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { SettingsError } from "@/lib/platform/errors";
import { secrets } from "@/lib/platform/secrets";
import { type PublishedKey, privateKeyFrom, type SigningKey } from "./signing-key";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** One key for each sealed key, from the installation's secret. */
const sealingKey = (id: string): Buffer =>
  Buffer.from(
    hkdfSync("sha256", secrets().authSecret, id, "touchstone credential signing key", 32),
  );

/** The private half, encrypted: nonce, tag, ciphertext. The id is bound to it. */
export function sealKey({ id, privateKey }: SigningKey): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(id), nonce).setAAD(Buffer.from(id));
  const pkcs8 = privateKey.export({ format: "der", type: "pkcs8" });
  const sealed = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens a sealed key. Throws SettingsError when the secret is not the one it was sealed with. */
export function unsealKey(key: PublishedKey, sealed: Uint8Array): SigningKey {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, sealingKey(key.id), nonce)
    .setAAD(Buffer.from(key.id))
    .setAuthTag(tag);
  try {
    const ciphertext = sealed.subarray(NONCE_BYTES + TAG_BYTES);
    const pkcs8 = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
    return { ...key, privateKey: privateKeyFrom(pkcs8) };
  } catch {
    throw new SettingsError([
      "AUTH_SECRET is not the one that credential keys were sealed with: restore it, or rotate them",
    ]);
  }
}
