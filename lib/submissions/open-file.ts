import type { Readable } from "node:stream";
import type { Actor } from "@/lib/auth/actor";
import { visibleSubmissions } from "@/lib/auth/policies";
import { openBlob } from "@/lib/platform/blobs";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** The file that was handed in as a submission, as a stream. Throws file_not_found. */
export async function openFile(
  actor: Actor,
  submissionId: string,
): Promise<{ filename: string; bytes: number; stream: Readable }> {
  const found = await db().submission.findFirst({
    where: { AND: [{ id: submissionId }, visibleSubmissions(actor)] },
    select: { upload: { select: { filename: true, bytes: true, sha256: true } } },
  });
  if (!found?.upload?.sha256) throw notFound("file_not_found");
  const { filename, bytes, sha256 } = found.upload;
  return { filename, bytes, stream: await openBlob(sha256) };
}
