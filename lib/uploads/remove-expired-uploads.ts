import { removeBlob } from "@/lib/platform/blobs";
import { db } from "@/lib/platform/db";
import { lockBlob } from "./lock-blob";
import { removePartial } from "./partial-uploads";

/** Removes files that were never handed in, and blobs that nothing refers to any more. */
export async function removeExpiredUploads(): Promise<void> {
  const expired = await db().upload.findMany({
    where: { expiresAt: { lt: new Date() } },
    select: { id: true },
  });
  for (const { id } of expired) {
    const gone = await db().upload.deleteMany({ where: { id, expiresAt: { lt: new Date() } } });
    if (gone.count > 0) await removePartial(id);
  }
  const unreferenced = await db().blob.findMany({
    where: { uploads: { none: {} } },
    select: { sha256: true },
  });
  for (const { sha256 } of unreferenced) await removeUnreferenced(sha256);
}

async function removeUnreferenced(sha256: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockBlob(tx, sha256);
    const gone = await tx.blob.deleteMany({ where: { sha256, uploads: { none: {} } } });
    if (gone.count > 0) await removeBlob(sha256);
  });
}
