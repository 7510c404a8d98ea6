import { z } from "zod";

/** Addresses that would look like the installation's own word, or stand beside a page of it. */
const RESERVED = new Set(
  (
    "about abuse account accounts admin administrator api app assets auth badge badges billing " +
    "blog career careers certificate challenge challenges contact credential credentials dashboard " +
    "demo dev developer developers docs edit en enterprise everyone faq feedback guest help home " +
    "hr image images index info jobs legal login logout mail me method mod moderator news null " +
    "official operator pdf person privacy profile profiles public register review reviews role " +
    "roles root search security settings shop sign-in sign-out sign-up skill skills staff static " +
    "status submission submissions support system team teams terms test touchstone track tracks " +
    "undefined user users verify verify-credential webmaster www you zh"
  ).split(" "),
);

/** An address of a profile, as its owner types it. */
export const handleField = z
  .string({ error: "handle_missing" })
  .trim()
  .toLowerCase()
  .min(3, "handle_short")
  .max(30, "handle_long")
  .regex(/^[a-z0-9-]*$/, "handle_characters")
  .regex(/^(?!-)(?!.*--)(?!.*-$)/, "handle_hyphens")
  .refine((handle) => !RESERVED.has(handle), "handle_reserved");
