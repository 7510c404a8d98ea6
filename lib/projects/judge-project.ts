import type { ChallengeManifest } from "@/lib/content/challenge-manifest";
import type { RunnerEvent } from "@/lib/grading/events";
import { db } from "@/lib/platform/db";
import { countedReviews } from "./counted-reviews";
import { judgePiece } from "./judge-piece";
import { shareFactor } from "./share-factor";

type MarkedManifest = Extract<ChallengeManifest, { kind: "project" }>;

/** Judges a member's submission from the marks that people gave its piece. */
export async function judgeProject(
  submissionId: string,
  manifest: MarkedManifest,
): Promise<RunnerEvent[]> {
  const { userId, pieceId } = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { userId: true, pieceId: true },
  });
  if (!pieceId) return [{ event: "finished", status: "fault", reason: "no piece" }];
  const { peers, staff, appeal } = await countedReviews(db(), pieceId);
  if (!staff) return [{ event: "finished", status: "fault", reason: "staff have not marked it" }];
  const ratings = await db().shareRating.findMany({ where: { pieceId } });
  const markings = {
    peers: peers.map(({ levels }) => levels),
    staff: staff.levels,
    appeal: appeal?.levels,
  };
  return judgePiece(manifest, markings, manifest.team ? shareFactor(userId, ratings) : 1);
}
