import { SettingsError } from "@/lib/platform/errors";
import { seal, unseal } from "@/lib/platform/seal";
import { type PublishedKey, privateKeyFrom, type SigningKey } from "./signing-key";

const by = (id: string) => ({ purpose: "touchstone credential signing key", id });

/** The private half, encrypted. The id is bound to it. */
export const sealKey = ({ id, privateKey }: SigningKey) =>
  seal(by(id), privateKey.export({ format: "der", type: "pkcs8" }));

/** Opens a sealed key. Throws SettingsError when the secret is not the one it was sealed with. */
export function unsealKey(key: PublishedKey, sealed: Uint8Array): SigningKey {
  try {
    return { ...key, privateKey: privateKeyFrom(unseal(by(key.id), sealed)) };
  } catch {
    throw new SettingsError([
      "AUTH_SECRET is not the one that credential keys were sealed with: restore it, or rotate them",
    ]);
  }
}
