import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** The actor's own upload. Throws upload_not_found. */
export async function ownUpload(actor: Actor, id: string) {
  const { userId } = requireUser(actor);
  if (!z.uuid().safeParse(id).success) throw notFound("upload_not_found");
  const upload = await db().upload.findFirst({
    where: { id, userId },
    select: { id: true, filename: true, bytes: true, sha256: true },
  });
  if (!upload) throw notFound("upload_not_found");
  return upload;
}
