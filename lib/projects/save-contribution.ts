import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { type FieldIssue, InputError } from "@/lib/platform/errors";
import { ownDraft } from "./piece-row";

/** Least length of a member's statement, in characters, and its greatest. */
export const STATEMENT_MIN = 80;
const STATEMENT_MAX = 4_000;
/** An even part is 100. */
export const EVEN_SHARE = 100;
const SHARE_MAX = 200;

export type Contribution = {
  statement: string;
  /** By member's id: 100 is an even part. */
  shares: Record<string, string>;
};

const share = z.coerce.number().int().min(0).max(SHARE_MAX);

/**
 * A member's own statement of what he did, and how much he says each team-mate did. Throws
 * piece_not_found, piece_handed_in or InputError.
 */
export async function saveContribution(actor: Actor, id: string, given: Contribution) {
  const { userId } = requireUser(actor);
  await db().$transaction(async (tx) => {
    const piece = await ownDraft(tx, userId, id);
    const statement = given.statement.trim();
    const length = [...statement].length;
    const issues: FieldIssue[] = [
      ...(length < STATEMENT_MIN
        ? [{ path: "statement", code: "statement_short", params: { min: STATEMENT_MIN } }]
        : []),
      ...(length > STATEMENT_MAX || statement.includes("\0")
        ? [{ path: "statement", code: "statement_long", params: { max: STATEMENT_MAX } }]
        : []),
    ];
    const mates = piece.members.filter((member) => member.userId !== userId);
    const shares = mates.map((mate) => ({
      mate,
      share: share.safeParse(given.shares[mate.userId] || undefined),
    }));
    for (const { mate, share } of shares) {
      const params = { max: SHARE_MAX };
      if (!share.success) {
        issues.push({ path: `share.${mate.userId}`, code: "share_range", params });
      }
    }
    if (issues.length > 0) throw new InputError(issues);
    await tx.pieceMember.update({
      where: { pieceId_userId: { pieceId: id, userId } },
      data: { statement },
    });
    await tx.shareRating.deleteMany({ where: { pieceId: id, raterId: userId } });
    await tx.shareRating.createMany({
      data: shares.map(({ mate, share }) => ({
        pieceId: id,
        raterId: userId,
        ratedId: mate.userId,
        share: share.data ?? EVEN_SHARE,
      })),
    });
  });
}
