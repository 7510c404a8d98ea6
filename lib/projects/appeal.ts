import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { DomainError, InputError, notFound } from "@/lib/platform/errors";
import { type Marks, ofRubric, requireWhole } from "./marks";
import { type Notice, sendNotices } from "./notify";
import { lockPiece, memberOf } from "./piece-row";
import { queueVerdicts } from "./settle-piece";
import { pieceForStaff, staffOf } from "./staff-marks";

/** Days after the marks in which an author may object. */
export const APPEAL_DAYS = 14;
const APPEAL_MIN = 80;
const APPEAL_MAX = 4_000;

/** Whether a piece may still be objected to. */
export const mayAppeal = (piece: { markedAt: Date | null; appeal: unknown }, now: Date): boolean =>
  piece.markedAt !== null &&
  piece.appeal === null &&
  now.getTime() - piece.markedAt.getTime() <= APPEAL_DAYS * DAY_MS;

/** An author's reasoned objection, once a piece. Throws submission_not_found, appeal_closed or InputError. */
export async function fileAppeal(actor: Actor, submissionId: string, text: string): Promise<void> {
  const { userId } = requireUser(actor);
  const said = text.trim();
  const length = [...said].length;
  if (length < APPEAL_MIN) {
    throw new InputError([{ path: "text", code: "appeal_short", params: { min: APPEAL_MIN } }]);
  }
  if (length > APPEAL_MAX || said.includes("\0")) {
    throw new InputError([{ path: "text", code: "appeal_long", params: { max: APPEAL_MAX } }]);
  }
  await db().$transaction(async (tx) => {
    const submission = await tx.submission.findFirst({
      where: { id: submissionId, userId, piece: memberOf(userId) },
      select: { pieceId: true, status: true },
    });
    if (!submission?.pieceId) throw notFound("submission_not_found");
    const pieceId = submission.pieceId;
    await lockPiece(tx, pieceId);
    const piece = await tx.piece.findUniqueOrThrow({
      where: { id: pieceId },
      include: { appeal: true },
    });
    // While a verdict is on its way, what an objection is to is not known.
    const open = submission.status === "done" && mayAppeal(piece, new Date());
    if (!open) throw new DomainError("conflict", "appeal_closed");
    await tx.appeal.create({ data: { pieceId, byId: userId, text: said } });
  });
}

export type Decision = {
  uphold: boolean;
  answer: string;
  /** The marks that stand from now on; with `uphold` alone. */
  marks: Marks;
};

/**
 * Answers an objection. Upheld, staff's new marks stand alone and every member's verdict is made
 * anew. Throws piece_not_found, appeal_closed or InputError.
 */
export async function decideAppeal(actor: Actor, pieceId: string, decision: Decision) {
  const { userId } = staffOf(actor);
  const { uphold, answer, marks } = decision;
  if (answer.trim().length === 0)
    throw new InputError([{ path: "answer", code: "answer_missing" }]);
  const notices = await db().$transaction(async (tx): Promise<Notice[]> => {
    const piece = await pieceForStaff(tx, userId, pieceId);
    const decided = await tx.appeal.updateMany({
      where: { pieceId, status: "open" },
      data: {
        status: uphold ? "upheld" : "declined",
        answer: answer.trim(),
        decidedById: userId,
        decidedAt: new Date(),
      },
    });
    if (decided.count === 0) throw new DomainError("conflict", "appeal_closed");
    await recordAudit(tx, actor, {
      action: uphold ? "appeal.upheld" : "appeal.declined",
      subject: `piece:${pieceId}`,
    });
    if (!uphold) return ownNotices(await membersOf(pieceId), piece.manifest.title);
    requireWhole(piece.manifest.rubric, marks, piece.manifest.review.comment_min);
    await tx.review.create({
      data: {
        pieceId,
        reviewerId: userId,
        role: "appeal",
        calibrated: true,
        marks: ofRubric(piece.manifest.rubric, marks),
        submittedAt: new Date(),
      },
    });
    return queueVerdicts(tx, piece, "appealDecided");
  });
  await sendNotices(notices);
}

const membersOf = (pieceId: string) =>
  db().submission.findMany({ where: { pieceId }, select: { id: true, userId: true } });

const ownNotices = (
  submissions: { id: string; userId: string }[],
  title: Notice["title"],
): Notice[] =>
  submissions.map(({ id, userId }) => ({
    kind: "appealDecided",
    userIds: [userId],
    title,
    path: `/submissions/${id}`,
  }));
