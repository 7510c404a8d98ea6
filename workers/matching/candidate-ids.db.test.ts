import { beforeAll, describe, expect, it } from "vitest";
import { apply } from "@/lib/applications/apply";
import { candidateId, userOfCandidate } from "@/lib/candidates/candidate-id";
import { exportCandidacies } from "@/lib/hiring/export-candidacies";
import { listCandidacies } from "@/lib/hiring/list-candidacies";
import { readCandidacy } from "@/lib/hiring/read-candidacy";
import { contestRank } from "@/lib/matching/contests/contest-rank";
import { listContests } from "@/lib/matching/contests/list-contests";
import { openRanked } from "@/lib/matching/rankings/open-ranked";
import { requestRanking } from "@/lib/matching/rankings/request-ranking";
import { compareRanked, showRanking } from "@/lib/matching/rankings/show-ranking";
import { readLog } from "@/lib/organisations/read-log";
import { db } from "@/lib/platform/db";
import { besideOpening, lettersTo, NAME, namedCandidate } from "@/lib/testing/candidacies";
import { publishSmall } from "@/lib/testing/fixtures";
import { judged } from "@/lib/testing/judged";
import { employer, openOpening } from "@/lib/testing/openings";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { registerWorker } from "@/lib/workers/heartbeat";
import { indexCandidate } from "./index-candidate";
import { modelsToEmbedWith, referenceOf } from "./models";
import { rankCandidates } from "./rank-candidates";

// Embedding the reference takes a while on a busy machine.
beforeAll(async () => {
  await seedSkillMap();
  await registerWorker("w", 4, {});
  await publishSmall("one");
  for (const model of await modelsToEmbedWith()) await referenceOf(model);
}, 180_000);

/** All that an organisation's members can get of somebody who applied blind and objects to his rank. */
async function everythingOf(candidate: Awaited<ReturnType<typeof namedCandidate>>) {
  const by = await employer({ blind: true });
  const opening = await openOpening(by, {
    skills: [{ skillSlug: "serving-api", level: 60, weight: 3, must: true }],
  });
  const piece = await judged(candidate, "one");
  await apply(candidate, opening.id, { text: `Yours, ${NAME}`, submissions: [piece] });
  const rankingId = await requestRanking(by.owner, by.slug, { openingId: opening.id });
  await rankCandidates(rankingId);
  await contestRank(candidate, rankingId, { text: `I am ${NAME}: look again.` });
  const ref = besideOpening(opening, candidate);
  const seen = {
    list: await listCandidacies(by.owner, opening.ref),
    opened: await readCandidacy(by.owner, ref),
    csv: await exportCandidacies(by.owner, opening.ref, "en"),
    ranking: await showRanking(by.owner, by.slug, rankingId),
    compared: await compareRanked(by.owner, by.slug, { rankingId, candidates: [ref.candidate] }),
    found: await openRanked(by.owner, by.slug, { rankingId, candidate: ref.candidate }),
    contests: await listContests(by.owner, by.slug),
    log: await readLog(by.owner, by.slug),
    letters: await lettersTo(by.owner),
  };
  return { by, ref, seen, piece, rankingId };
}

describe("what an organisation gets of a blind candidate", () => {
  it("holds no id that another organisation gets too, and no name", async () => {
    const candidate = await namedCandidate();
    await indexCandidate(candidate.userId);
    const inputs = await db().matchInput.findMany({ where: { userId: candidate.userId } });
    const [one, other] = [await everythingOf(candidate), await everythingOf(candidate)];
    for (const { seen, piece, ref } of [one, other]) {
      expect(seen.found.considered.map(({ id }) => id)).toEqual([ref.opening]);
      expect(seen.found.free).toEqual([]);
      expect(seen.compared.rows.map((row) => row.candidate.id)).toEqual([ref.candidate]);
      expect(seen.contests.contests).toHaveLength(1);
      expect(seen.letters.length).toBeGreaterThan(1);
      expect(seen.log.events.map(({ action }) => action)).toContain("rank.contested");
      for (const [where, part] of Object.entries(seen)) {
        const text = JSON.stringify(part);
        for (const id of [candidate.userId, piece, ...inputs.map((input) => input.id)]) {
          expect(text, where).not.toContain(id);
        }
        expect(text, where).not.toMatch(/Quorx|Zwetlana/);
      }
    }
    expect(inputs).toHaveLength(1);
    expect(one.ref.candidate).not.toBe(other.ref.candidate);
    const foreign = { ...one.ref, candidate: other.ref.candidate };
    for (const id of [foreign.candidate, candidate.userId, "nobody"]) {
      await expect(
        readCandidacy(one.by.owner, { ...foreign, candidate: id }),
      ).rejects.toMatchObject({ kind: "not_found", code: "candidate_not_found" });
    }
  });

  it("is opened from a ranking by members of its organisation alone, and finds that in his log", async () => {
    const candidate = await namedCandidate();
    await indexCandidate(candidate.userId);
    const [one, other] = [await everythingOf(candidate), await everythingOf(candidate)];
    const asked = { rankingId: one.rankingId, candidate: one.ref.candidate };
    for (const [who, slug, chosen] of [
      [other.by.owner, one.by.slug, asked],
      [other.by.owner, other.by.slug, asked],
      [candidate, one.by.slug, asked],
      [one.by.owner, one.by.slug, { ...asked, candidate: other.ref.candidate }],
      [one.by.owner, one.by.slug, { ...asked, candidate: candidate.userId }],
    ] as const) {
      await expect(openRanked(who, slug, chosen)).rejects.toMatchObject({ kind: "not_found" });
    }
    const opened = { userId: candidate.userId, kind: "opened" as const };
    const log = await db().candidateView.findMany({ where: opened });
    expect(new Set(log.map(({ organisationId }) => organisationId))).toEqual(
      new Set([one.by.id, other.by.id]),
    );
    await db().candidate.update({
      where: { userId: candidate.userId },
      data: { discoverability: "nobody" },
    });
    await db().application.updateMany({
      where: { userId: candidate.userId },
      data: { status: "withdrawn" },
    });
    await expect(openRanked(one.by.owner, one.by.slug, asked)).rejects.toMatchObject({
      code: "candidate_not_found",
    });
  });

  it("is found again by that id", async () => {
    const { userId } = await namedCandidate();
    const [first, second] = [await employer(), await employer()];
    const id = candidateId(first.id, userId);
    expect(candidateId(first.id, userId)).toBe(id);
    expect(userOfCandidate(first.id, id)).toBe(userId);
    expect(userOfCandidate(second.id, id)).not.toBe(userId);
  });
});
