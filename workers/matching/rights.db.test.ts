import { beforeAll, describe, expect, it } from "vitest";
import { listViews } from "@/lib/candidates/list-views";
import { answerContest } from "@/lib/matching/contests/answer-contest";
import { contestRank } from "@/lib/matching/contests/contest-rank";
import { listContests } from "@/lib/matching/contests/list-contests";
import { listSearchRanks } from "@/lib/matching/rankings/list-search-ranks";
import { readOpeningsForMe } from "@/lib/matching/rankings/rank-openings";
import { readOwnRank } from "@/lib/matching/rankings/read-own-rank";
import { requestRanking } from "@/lib/matching/rankings/request-ranking";
import { showRanking } from "@/lib/matching/rankings/show-ranking";
import {
  deleteSearch,
  listSearches,
  repeatSearch,
  setAlerts,
} from "@/lib/matching/searches/own-searches";
import { saveSearch } from "@/lib/matching/searches/save-search";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { findablePerson, hiringOrganisation } from "@/lib/testing/matching";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { alertSearches } from "./alert-searches";
import { indexCandidate } from "./index-candidate";
import { indexOpening } from "./index-opening";
import { modelsToEmbedWith, referenceOf } from "./models";
import { rankCandidates } from "./rank-candidates";

const ASKED = [{ skillSlug: "serving-api", level: 60, weight: 3, must: true }];
const PERSON = { headline: "Serves language models", skills: { "serving-api": 1.2 } };

// Embedding the reference takes a while on a busy machine.
beforeAll(async () => {
  await seedSkillMap();
  for (const model of await modelsToEmbedWith()) await referenceOf(model);
}, 180_000);

/** An opening that somebody applied for and was ranked for. */
async function applied() {
  const employer = await hiringOrganisation({ public: true, publishedAt: new Date() }, ASKED);
  const person = await findablePerson({ ...PERSON, candidate: { discoverability: "nobody" } });
  await db().application.create({
    data: { openingId: employer.openingId, userId: person.userId },
  });
  await indexCandidate(person.userId);
  const rankingId = await requestRanking(employer.recruiter, employer.slug, {
    openingId: employer.openingId,
  });
  await rankCandidates(rankingId);
  return { ...employer, person, rankingId };
}

describe("why a rank", () => {
  it("is told to who applied: every factor with its weight, and who else was counted", async () => {
    const { person, openingId, rankingId } = await applied();
    const { rank, concerned } = await readOwnRank(person, openingId);
    expect(concerned).toBe(true);
    expect(rank).toMatchObject({ rankingId, among: "few" });
    expect(rank?.result.skills).toMatchObject([
      { slug: "serving-api", weight: 3, must: true, by: "evidence", title: { zh: /./ } },
    ]);
    const { weights } = rank?.result ?? { weights: { skills: 0, meaning: 0, preferences: 0 } };
    expect(weights.skills + weights.meaning + weights.preferences).toBeCloseTo(1);
  });

  it("is nobody else's to read, and an opening that is not public does not exist", async () => {
    const { openingId, recruiter } = await applied();
    await db().opening.update({ where: { id: openingId }, data: { public: false } });
    for (const actor of [await signedIn(), recruiter]) {
      await expect(readOwnRank(actor, openingId)).rejects.toMatchObject({ kind: "not_found" });
    }
  });
});

/** Somebody whom an organisation ranked by itself, for an opening or by a text of its own. */
async function ranked(opening: Parameters<typeof hiringOrganisation>[0], text?: string) {
  const employer = await hiringOrganisation(opening, ASKED);
  const person = await findablePerson({ ...PERSON, name: "Zwetlana Quorx" });
  await indexCandidate(person.userId);
  const openingId = text === undefined ? employer.openingId : null;
  const asked = { openingId, ...(text !== undefined && { text }) };
  const rankingId = await requestRanking(employer.recruiter, employer.slug, asked);
  await rankCandidates(rankingId);
  const look = () => showRanking(employer.recruiter, employer.slug, rankingId);
  return { ...employer, person, rankingId, look };
}

describe("why a rank that one did not ask for", () => {
  it("is told once the organisation has looked, beside an opening that was published", async () => {
    const { person, openingId, rankingId, look, organisationId } = await ranked({ public: false });
    const absent = { kind: "not_found" };
    await expect(readOwnRank(person, openingId)).rejects.toMatchObject(absent);
    await expect(contestRank(person, rankingId, { text: "No." })).rejects.toMatchObject(absent);
    await look();
    expect(await readOwnRank(person, openingId)).toMatchObject({
      ...{ concerned: true, public: false },
      rank: { rankingId, result: { userId: person.userId, skills: [{ by: "evidence" }] } },
    });
    await expect(readOwnRank(await signedIn(), openingId)).rejects.toMatchObject(absent);
    await expect(listSearchRanks(person, organisationId)).rejects.toMatchObject(absent);
    const { days } = await listViews(person, {});
    expect(days[0]?.views).toMatchObject([{ reasons: `/candidate/openings/${openingId}` }]);
    await contestRank(person, rankingId, { text: "No." });
    await db().opening.update({ where: { id: openingId }, data: { status: "draft" } });
    await expect(readOwnRank(person, openingId)).rejects.toMatchObject(absent);
  });

  it("by a search is told without what was searched for, and can be objected to", async () => {
    const secret = "Replaces our head of inference";
    const all = await ranked({}, secret);
    const { person, organisationId, rankingId, look, recruiter, slug } = all;
    await expect(listSearchRanks(person, organisationId)).rejects.toMatchObject({
      kind: "not_found",
    });
    await look();
    const found = await listSearchRanks(person, organisationId);
    expect(found.ranks).toMatchObject([{ rankingId, result: { userId: person.userId } }]);
    expect(JSON.stringify(found)).not.toContain(secret);
    expect((await listViews(person, {})).days[0]?.views).toMatchObject([
      { reasons: `/candidate/seen/${organisationId}` },
    ]);
    for (const actor of [await signedIn(), await findablePerson(PERSON)]) {
      await expect(listSearchRanks(actor, organisationId)).rejects.toMatchObject({
        kind: "not_found",
      });
      await expect(contestRank(actor, rankingId, { text: "x" })).rejects.toMatchObject({
        kind: "not_found",
      });
    }
    await contestRank(person, rankingId, { text: "I, Zwetlana Quorx, object." });
    const [contest] = (await listContests(recruiter, slug)).contests;
    expect(contest).toMatchObject({ opening: null, candidate: { masked: true } });
    expect(JSON.stringify(contest)).not.toMatch(/Zwetlana|Quorx/);
    await answerContest(recruiter, slug, contest?.id ?? "", { status: "upheld", answer: "Yes." });
    const letters = await db().mailMessage.findMany({
      where: { userId: { in: [person.userId, recruiter.userId] } },
    });
    expect(letters).toHaveLength(2);
    expect(JSON.stringify(letters)).not.toContain(secret);
  });
});

describe("an objection to a rank", () => {
  it("is made once, answered by a person once, and both sides are written to", async () => {
    const { person, openingId, rankingId, recruiter, slug } = await applied();
    await contestRank(person, rankingId, { text: "My evidence of March is missing." });
    const again = contestRank(person, rankingId, { text: "Again" });
    await expect(again).rejects.toMatchObject({ code: "contest_again" });
    const [contest] = (await listContests(recruiter, slug)).contests;
    expect(contest).toMatchObject({ status: "open", rank: 1, overdue: false });
    const answer = { status: "upheld", answer: "We look at it ourselves." };
    await answerContest(recruiter, slug, contest?.id ?? "", answer);
    const twice = answerContest(recruiter, slug, contest?.id ?? "", answer);
    await expect(twice).rejects.toMatchObject({ code: "contest_answered" });
    const { rank } = await readOwnRank(person, openingId);
    expect(rank?.contest).toMatchObject({ status: "upheld", answer: answer.answer });
    const letters = await db().mailMessage.findMany({
      where: { userId: { in: [person.userId, recruiter.userId] } },
    });
    expect(letters).toHaveLength(2);
    expect(JSON.stringify(letters)).not.toContain("evidence of March");
  });

  it("needs a text and a decision", async () => {
    const { person, rankingId, recruiter, slug } = await applied();
    const empty = contestRank(person, rankingId, { text: "\u0000 \n" });
    await expect(empty).rejects.toMatchObject({ issues: [{ code: "text_missing" }] });
    await contestRank(person, rankingId, { text: "No." });
    const [contest] = (await listContests(recruiter, slug)).contests;
    const undecided = answerContest(recruiter, slug, contest?.id ?? "", { answer: "x" });
    await expect(undecided).rejects.toMatchObject({ issues: [{ code: "decision_missing" }] });
  });

  it("is made by nobody else, and answered by no other organisation", async () => {
    const { person, rankingId, recruiter, slug } = await applied();
    const other = await hiringOrganisation({}, ASKED);
    for (const actor of [await signedIn(), other.recruiter, recruiter]) {
      const foreign = contestRank(actor, rankingId, { text: "x" });
      await expect(foreign).rejects.toMatchObject({ kind: "not_found" });
    }
    await contestRank(person, rankingId, { text: "x" });
    const [contest] = (await listContests(recruiter, slug)).contests;
    const answer = { status: "dismissed", answer: "x" };
    for (const [actor, where] of [
      [other.recruiter, other.slug],
      [other.recruiter, slug],
      [person, slug],
    ] as const) {
      const foreign = answerContest(actor, where, contest?.id ?? "", answer);
      await expect(foreign).rejects.toMatchObject({ kind: "not_found" });
    }
    await expect(listContests(person, slug)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("openings ranked for a candidate", () => {
  it("have the score that the organisation's own ranking gives him", async () => {
    const { person, openingId } = await applied();
    await indexOpening(openingId);
    const { openings, concerned } = await readOpeningsForMe(person);
    expect(concerned.map(({ id }) => id)).toEqual([openingId]);
    const own = openings?.find(({ id }) => id === openingId);
    const { rank } = await readOwnRank(person, openingId);
    expect(own?.explanation.score).toBeCloseTo(rank?.result.score ?? 0, 6);
  });

  it("leave out organisations that he blocked, and say where a condition shuts him out", async () => {
    const { person, openingId, organisationId } = await applied();
    const { openingId: far } = await hiringOrganisation(
      { public: true, country: "CN", knockOuts: ["country"] },
      ASKED,
    );
    await db().candidateOrganisation.create({
      data: { userId: person.userId, organisationId, kind: "blocked" },
    });
    const { openings } = await readOpeningsForMe(person);
    expect(openings?.some(({ id }) => id === openingId)).toBe(false);
    expect(openings?.find(({ id }) => id === far)).toMatchObject({ excluded: true });
  });
});

describe("a saved search", () => {
  it("asks anew, tells once of who is new, and is its owner's alone", async () => {
    const { recruiter, slug, rankingId, organisationId, openingId } = await applied();
    await saveSearch(recruiter, slug, rankingId, { name: "Servers", alerts: true });
    const [search] = await listSearches(recruiter, slug);
    const id = search?.id ?? "";
    const colleague = await signedIn();
    await db().member.create({
      data: { organisationId, userId: colleague.userId, role: "recruiter" },
    });
    expect(await listSearches(colleague, slug)).toEqual([]);
    for (const actor of [colleague, await signedIn()]) {
      await expect(repeatSearch(actor, slug, id)).rejects.toMatchObject({ kind: "not_found" });
      await expect(deleteSearch(actor, slug, id)).rejects.toMatchObject({ kind: "not_found" });
    }
    const repeated = await repeatSearch(recruiter, slug, id);
    expect(await db().ranking.findUnique({ where: { id: repeated } })).toMatchObject({ openingId });
    const letters = () => db().mailMessage.count({ where: { userId: recruiter.userId } });
    const newcomer = await findablePerson(PERSON);
    await indexCandidate(newcomer.userId);
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000);
    await alertSearches(tomorrow);
    expect(await letters()).toBe(1);
    await alertSearches(new Date(tomorrow.getTime() + 25 * 60 * 60 * 1000));
    expect(await letters()).toBe(1);
    await setAlerts(recruiter, slug, { id, alerts: false });
    await deleteSearch(recruiter, slug, id);
    expect(await listSearches(recruiter, slug)).toEqual([]);
  });
});
