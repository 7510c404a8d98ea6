import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { InputError, notFound } from "@/lib/platform/errors";
import { memberOf } from "./piece-row";

/** What an author thinks of a review of his marked piece: 1 no help, 5 a great one. Throws review_not_found. */
export async function rateReview(actor: Actor, id: string, helpful: number): Promise<void> {
  const { userId } = requireUser(actor);
  if (!Number.isInteger(helpful) || helpful < 1 || helpful > 5) {
    throw new InputError([{ path: "helpful", code: "helpful_range" }]);
  }
  const rated = await db().review.updateMany({
    where: { id, submittedAt: { not: null }, piece: { status: "marked", ...memberOf(userId) } },
    data: { helpful },
  });
  if (rated.count === 0) throw notFound("review_not_found");
}
