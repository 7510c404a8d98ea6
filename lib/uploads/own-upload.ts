import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";

/** The actor's own upload. Throws upload_not_found. */
export async function ownUpload(actor: Actor, id: string) {
  const { userId } = requireUser(actor);
  const upload = await db().upload.findFirst({
    where: { id: requireId(id, "upload_not_found"), userId },
    select: { id: true, filename: true, bytes: true, sha256: true },
  });
  if (!upload) throw notFound("upload_not_found");
  return upload;
}
