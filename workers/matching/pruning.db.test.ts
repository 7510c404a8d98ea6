import { beforeAll, expect, it } from "vitest";
import { pruneInputs } from "@/lib/matching/inputs/prune-inputs";
import { pruneRankings } from "@/lib/matching/rankings/prune-rankings";
import { replayRanking } from "@/lib/matching/rankings/replay-ranking";
import { requestRanking } from "@/lib/matching/rankings/request-ranking";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { findablePerson, hiringOrganisation } from "@/lib/testing/matching";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { indexCandidate } from "./index-candidate";
import { modelsToEmbedWith, referenceOf } from "./models";
import { rankCandidates } from "./rank-candidates";

// Embedding the reference takes a while on a busy machine.
beforeAll(async () => {
  await seedSkillMap();
  for (const model of await modelsToEmbedWith()) await referenceOf(model);
}, 180_000);

const later = (days: number) => new Date(Date.now() + days * DAY_MS);

async function rewritten(userId: string, headline: string): Promise<void> {
  await db().candidateText.updateMany({ where: { userId }, data: { headline } });
  await indexCandidate(userId);
}

/** A person whose first input was ranked with, the second never, and the third is in use. */
async function thrice() {
  const { userId } = await findablePerson({ headline: "First" });
  await indexCandidate(userId);
  const { recruiter, slug, openingId } = await hiringOrganisation();
  const rankingId = await requestRanking(recruiter, slug, { openingId });
  await rankCandidates(rankingId);
  await rewritten(userId, "Second");
  await rewritten(userId, "Third");
  const ids = async () =>
    (await db().matchInput.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
      ({ id }) => id,
    );
  return { userId, rankingId, ids };
}

it("an input goes when no ranking was made with it; a ranking that is kept is replayed", async () => {
  const { rankingId, ids } = await thrice();
  const [first, , third] = await ids();
  await pruneInputs();
  expect(await ids()).toHaveLength(3);
  await pruneInputs(later(1));
  expect(await ids()).toEqual([first, third]);
  expect(await replayRanking(rankingId)).toMatchObject({ outcome: "identical", erased: 0 });
  const kept = await db().matchInput.findUniqueOrThrow({ where: { id: first as string } });
  expect(kept.keptById).toBe(rankingId);
});

it("a ranking goes after its time, and with it what only it was made with", async () => {
  const { rankingId, ids } = await thrice();
  const [, , third] = await ids();
  await pruneInputs(later(1));
  await pruneRankings(later(399));
  expect(await db().ranking.count({ where: { id: rankingId } })).toBe(1);
  await pruneRankings(later(401));
  expect(await db().ranking.count({ where: { id: rankingId } })).toBe(0);
  await pruneInputs(later(401));
  expect(await ids()).toEqual([third]);
});

it("a ranking that somebody objected to stays, and so does what it was made with", async () => {
  const { userId, rankingId, ids } = await thrice();
  await db().rankContest.create({
    data: { rankingId, userId, text: "No.", dueAt: new Date() },
  });
  await pruneRankings(later(1000));
  await pruneInputs(later(1000));
  expect(await ids()).toHaveLength(2);
  expect(await replayRanking(rankingId)).toMatchObject({ outcome: "identical", erased: 0 });
});
