import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { secrets } from "./secrets";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a sealed thing is, and whose: both are bound to it. */
export type Seal = { purpose: string; id: string };

/** One key for each sealed thing, from the installation's secret. */
const sealingKey = ({ purpose, id }: Seal): Buffer =>
  Buffer.from(hkdfSync("sha256", secrets().authSecret, id, purpose, 32));

/** Encrypts for the database: nonce, tag, ciphertext. */
export function seal(by: Seal, plain: Uint8Array): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(by), nonce).setAAD(Buffer.from(by.id));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what was sealed. Throws when the secret is not the one it was sealed with. */
export function unseal(by: Seal, sealed: Uint8Array): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, sealingKey(by), nonce)
    .setAAD(Buffer.from(by.id))
    .setAuthTag(tag);
  const ciphertext = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}
