import type { Readable } from "node:stream";
import type { Actor } from "@/lib/auth/actor";
import { isAuthor, requireUser } from "@/lib/auth/policies";
import { openBlob } from "@/lib/platform/blobs";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { filesOf, neutral } from "./neutral-names";
import { ownReview } from "./own-review";
import { memberOf } from "./piece-row";
import { judgedBy } from "./staff-marks";

type Opened = { filename: string; bytes: number; stream: Readable };

async function open(pieceId: string, number: number): Promise<Opened> {
  const upload = (await filesOf(pieceId))[number - 1]?.upload;
  if (!upload?.sha256) throw notFound("file_not_found");
  const { bytes, filename, sha256 } = upload;
  return { filename: neutral(number, filename), bytes, stream: await openBlob(sha256) };
}

/** A file of the piece that a review is about, for its reviewer. Throws review_not_found, calibrate_first or file_not_found. */
export async function openReviewFile(actor: Actor, id: string, number: number): Promise<Opened> {
  const { userId } = requireUser(actor);
  const { pieceId } = await ownReview(db(), userId, id);
  return open(pieceId, number);
}

/** A file of a piece, for its members, and for staff once it is handed in. Throws piece_not_found or file_not_found. */
export async function openPieceFile(actor: Actor, id: string, number: number): Promise<Opened> {
  const { userId } = requireUser(actor);
  const staff = isAuthor(actor) ? [{ status: { not: "draft" as const }, ...judgedBy(userId) }] : [];
  const found = await db().piece.findFirst({
    where: { id, OR: [memberOf(userId), ...staff] },
    select: { id: true },
  });
  if (!found) throw notFound("piece_not_found");
  return open(id, number);
}
