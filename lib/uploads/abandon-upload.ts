import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { ownUpload } from "./own-upload";
import { removePartial } from "./partial-uploads";

/** Gives up a file that was not handed in. Throws upload_not_found, upload_used. */
export async function abandonUpload(actor: Actor, id: string): Promise<void> {
  await ownUpload(actor, id);
  const gone = await db().upload.deleteMany({ where: { id, expiresAt: { not: null } } });
  if (gone.count === 0) throw new DomainError("conflict", "upload_used");
  await removePartial(id);
}
