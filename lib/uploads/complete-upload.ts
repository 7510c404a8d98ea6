import { putBlob } from "@/lib/platform/blobs";
import { db } from "@/lib/platform/db";
import { fileHash } from "@/lib/platform/file-hash";
import { lockBlob } from "./lock-blob";

/** Puts a file that has arrived whole into the blob store, under the name of its hash. */
export async function completeUpload(id: string, file: string): Promise<void> {
  const sha256 = await fileHash(file);
  await db().$transaction(
    async (tx) => {
      await lockBlob(tx, sha256);
      const { bytes } = await tx.upload.findUniqueOrThrow({ where: { id } });
      if ((await tx.blob.count({ where: { sha256 } })) === 0) {
        await putBlob(sha256, file);
        await tx.blob.create({ data: { sha256, bytes } });
      }
      await tx.upload.update({ where: { id }, data: { sha256 } });
    },
    { timeout: 600_000 },
  );
}
