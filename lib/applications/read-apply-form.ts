import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { readPublicOpening } from "@/lib/openings/read-public-opening";
import { db } from "@/lib/platform/db";
import { shownProofs } from "./shown-proofs";

/** What the actor may apply with to a public opening. Throws opening_not_found. */
export async function readApplyForm(actor: Actor, openingId: string) {
  const { userId } = requireSession(actor);
  const opening = await readPublicOpening(actor, openingId);
  const [credentials, submissions] = await Promise.all([
    db().credential.findMany({
      where: { userId, revokedAt: null },
      select: { id: true },
      orderBy: { issuedAt: "desc" },
    }),
    db().submission.findMany({
      where: { userId, status: "done", score: { gt: 0 } },
      // Of each challenge the best alone: what is shown is chosen to be shown.
      distinct: ["challengeId"],
      select: { id: true },
      orderBy: [{ challengeId: "asc" }, { score: "desc" }, { id: "desc" }],
    }),
  ]);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return {
    opening,
    proofs: await shownProofs(userId, {
      ...{ credentials: ids(credentials), submissions: ids(submissions) },
    }),
  };
}
export type ApplyForm = Awaited<ReturnType<typeof readApplyForm>>;
