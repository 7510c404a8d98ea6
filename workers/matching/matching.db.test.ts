import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { candidateId } from "@/lib/candidates/candidate-id";
import { touchCandidate } from "@/lib/matching/inputs/store-input";
import { rankedResults } from "@/lib/matching/rankings/ranking-record";
import { type RankedRow, readRanking } from "@/lib/matching/rankings/read-ranking";
import { replayRanking } from "@/lib/matching/rankings/replay-ranking";
import { rankAgain, requestRanking } from "@/lib/matching/rankings/request-ranking";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import { signedIn } from "@/lib/testing/fixtures";
import { findablePerson, hiringOrganisation } from "@/lib/testing/matching";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { indexCandidate } from "./index-candidate";
import { modelsToEmbedWith, referenceOf } from "./models";
import { rankCandidates } from "./rank-candidates";

const SERVER = {
  headline: "Serves large language models",
  summary: "Built an inference service with request batching and a cache of attention keys.",
  skills: { "serving-api": 1.5, "inference-optimization": 1.2 },
};
const SPEAKER = {
  headline: "Speech recognition",
  summary: "Trained acoustic models for telephone calls and measured word error rates.",
  skills: { "speech-recognition": 1.5 },
};
const ASKED = [
  { skillSlug: "serving-api", level: 60, weight: 3, must: true },
  { skillSlug: "inference-optimization", level: 60, weight: 2, must: false },
];

// Embedding the reference takes a while on a busy machine.
beforeAll(async () => {
  await seedSkillMap();
  for (const model of await modelsToEmbedWith()) await referenceOf(model);
}, 180_000);

async function indexed(person: Parameters<typeof findablePerson>[0]) {
  const actor = await findablePerson(person);
  await indexCandidate(actor.userId);
  return actor;
}

/** Ranks as a page does, with the worker's part run here. */
async function ranked(
  { recruiter, slug }: Awaited<ReturnType<typeof hiringOrganisation>>,
  input: Parameters<typeof requestRanking>[2],
) {
  const id = await requestRanking(recruiter, slug, input);
  await rankCandidates(id);
  return readRanking(recruiter, slug, id);
}

/** Where somebody stands in an organisation's ranking, if he does. */
const rowOf = (
  rows: RankedRow[],
  { organisationId }: { organisationId: string },
  { userId }: UserActor,
) => rows.find(({ candidate }) => candidate.id === candidateId(organisationId, userId));

const change = async (userId: string, data: Prisma.CandidateUncheckedUpdateInput) => {
  await db().candidate.update({ where: { userId }, data });
  await db().$transaction((tx) => touchCandidate(tx, userId));
};

describe("a ranking", () => {
  it("puts who proved what the opening asks for first, with reasons", async () => {
    const employer = await hiringOrganisation({}, ASKED);
    const speaker = await indexed(SPEAKER);
    const server = await indexed(SERVER);
    const { rows, status } = await ranked(employer, { openingId: employer.openingId });
    expect(status).toBe("ranked");
    const [first] = rows;
    expect(first).toMatchObject({ rank: 1 });
    expect(first).toBe(rowOf(rows, employer, server));
    expect(first?.skills.map(({ by }) => by)).toEqual(["evidence", "evidence"]);
    const other = rowOf(rows, employer, speaker);
    expect(other?.meaning).toBeLessThan(first?.meaning ?? 0);
    expect(other?.skills.map(({ by }) => by)).toEqual(["nothing", "nothing"]);
  });

  it("finds by a text in the other language", async () => {
    const employer = await hiringOrganisation();
    const speaker = await indexed(SPEAKER);
    const server = await indexed(SERVER);
    const { rows } = await ranked(employer, {
      ...{ openingId: null, text: "大语言模型推理服务，请求合批，降低延迟" },
    });
    const [better, worse] = [server, speaker].map((person) => rowOf(rows, employer, person));
    expect(better?.rank).toBeLessThan(worse?.rank ?? 0);
  });

  it("is replayed to the bit, also when the person has changed since", async () => {
    const employer = await hiringOrganisation({}, ASKED);
    const person = await indexed(SERVER);
    const { id } = await ranked(employer, { openingId: employer.openingId });
    expect(await replayRanking(id)).toMatchObject({ outcome: "identical", erased: 0 });
    await db().candidateText.updateMany({
      where: { userId: person.userId },
      data: { headline: "Something else" },
    });
    await indexCandidate(person.userId);
    expect(await replayRanking(id)).toMatchObject({ outcome: "identical" });
    const { results: kept } = await db().ranking.findUniqueOrThrow({ where: { id } });
    const results = rankedResults.parse(kept).map((result) => ({ ...result, score: 0.5 }));
    await db().ranking.update({ where: { id }, data: { results } });
    expect(await replayRanking(id)).toMatchObject({ outcome: "different" });
  });

  it("says that inputs were erased, and is the same in all that is left", async () => {
    const employer = await hiringOrganisation({}, ASKED);
    await indexed(SPEAKER);
    const leaver = await indexed(SERVER);
    const { id } = await ranked(employer, { openingId: employer.openingId });
    await db().user.delete({ where: { id: leaver.userId } });
    expect(await replayRanking(id)).toMatchObject({ outcome: "input_erased", erased: 1 });
  });

  it("is not changed by a name: a search for one finds nobody by it", async () => {
    const employer = await hiringOrganisation();
    const summary = "Zephyrine Quillfeather serves models. Write to zephyrine@example.org.";
    const named = await indexed({ ...SERVER, summary, name: "Zephyrine Quillfeather" });
    const other = await indexed({ ...SERVER, summary: summary.replaceAll("Z", "X"), name: "X" });
    await db().candidateText.updateMany({
      where: { userId: other.userId },
      data: { summary },
    });
    await db().user.update({
      where: { id: other.userId },
      data: { name: "Zephyrine Quillfeather" },
    });
    await indexCandidate(other.userId);
    const inputs = await db().matchInput.findMany({
      where: { userId: { in: [named.userId, other.userId] }, current: true },
    });
    expect(new Set(inputs.map(({ hash }) => hash)).size).toBe(1);
    expect(JSON.stringify(inputs)).not.toMatch(/zephyrine|quillfeather/i);
    const { rows } = await ranked(employer, { openingId: null, text: "Zephyrine Quillfeather" });
    const scores = [named, other].map((person) => rowOf(rows, employer, person)?.score);
    expect(scores[0]).toBeTypeOf("number");
    expect(scores[0]).toBe(scores[1]);
  });
});

describe("who is in a ranking", () => {
  it.each<[string, Prisma.CandidateUncheckedUpdateInput]>([
    ["who is found by nobody any more", { discoverability: "nobody" }],
    ["who wants no program to rank him", { ranked: false }],
    ["who picks organisations, and not this one", { discoverability: "chosen" }],
  ])("is not one %s, from that moment on", async (_, data) => {
    const employer = await hiringOrganisation({}, ASKED);
    const person = await indexed(SERVER);
    const isIn = async () => {
      const { rows } = await ranked(employer, { openingId: employer.openingId });
      return rowOf(rows, employer, person) !== undefined;
    };
    expect(await isIn()).toBe(true);
    await change(person.userId, data);
    expect(await isIn()).toBe(false);
  });

  it("is not one who blocked the organisation; another one still finds him", async () => {
    const blocked = await hiringOrganisation({}, ASKED);
    const other = await hiringOrganisation({}, ASKED);
    const person = await indexed(SERVER);
    await db().candidateOrganisation.create({
      data: { userId: person.userId, organisationId: blocked.organisationId, kind: "blocked" },
    });
    await db().$transaction((tx) => touchCandidate(tx, person.userId));
    const isIn = async (employer: typeof other) => {
      const { rows } = await ranked(employer, { openingId: employer.openingId });
      return rowOf(rows, employer, person) !== undefined;
    };
    expect(await isIn(blocked)).toBe(false);
    expect(await isIn(other)).toBe(true);
  });

  it("is gone from a ranking that was made before he took it back", async () => {
    const employer = await hiringOrganisation({}, ASKED);
    const person = await indexed(SERVER);
    const { id } = await ranked(employer, { openingId: employer.openingId });
    await change(person.userId, { discoverability: "nobody" });
    const { rows, gone } = await readRanking(employer.recruiter, employer.slug, id);
    expect(rowOf(rows, employer, person) !== undefined).toBe(false);
    expect(gone).toBeGreaterThan(0);
  });

  it("is said by condition where nobody is left, rounded, and one can be dropped", async () => {
    const employer = await hiringOrganisation({}, ASKED);
    await indexed({ ...SERVER, candidate: { country: "NZ" } });
    const { id, rows, costs } = await ranked(employer, {
      ...{ openingId: employer.openingId, country: "NZ", language: "mi", languageLevel: "native" },
    });
    expect(rows).toEqual([]);
    expect(costs?.conditions).toMatchObject([
      { condition: { kind: "country" } },
      { condition: { kind: "language" }, removed: "few" },
    ]);
    const again = await rankAgain(employer.recruiter, employer.slug, { rankingId: id, without: 1 });
    await rankCandidates(again);
    const relaxed = await readRanking(employer.recruiter, employer.slug, again);
    expect(relaxed.rows).toHaveLength(1);
  });
});

describe("a ranking does not exist", () => {
  it("for members of another organisation, candidates and outsiders", async () => {
    const owner = await hiringOrganisation({}, ASKED);
    const other = await hiringOrganisation({}, ASKED);
    const person = await indexed(SERVER);
    const { id } = await ranked(owner, { openingId: owner.openingId });
    const hidden = { kind: "not_found" };
    for (const actor of [other.recruiter, person, await signedIn()]) {
      await expect(readRanking(actor, owner.slug, id)).rejects.toMatchObject(hidden);
      const again = rankAgain(actor, owner.slug, { rankingId: id, without: null });
      await expect(again).rejects.toMatchObject(hidden);
      const asked = requestRanking(actor, owner.slug, { openingId: owner.openingId });
      await expect(asked).rejects.toMatchObject(hidden);
    }
    await expect(readRanking(other.recruiter, other.slug, id)).rejects.toMatchObject(hidden);
    const foreign = requestRanking(other.recruiter, other.slug, { openingId: owner.openingId });
    await expect(foreign).rejects.toMatchObject(hidden);
  });

  it("for an organisation that is not verified", async () => {
    const employer = await hiringOrganisation({}, ASKED);
    await db().organisation.update({
      where: { id: employer.organisationId },
      data: { status: "suspended" },
    });
    const asked = requestRanking(employer.recruiter, employer.slug, {
      openingId: employer.openingId,
    });
    await expect(asked).rejects.toMatchObject({ kind: "not_found" });
  });

  it("for what asks for nothing", async () => {
    const { recruiter, slug } = await hiringOrganisation();
    const asked = requestRanking(recruiter, slug, { openingId: null, text: " \u0000 " });
    await expect(asked).rejects.toMatchObject({ issues: [{ code: "search_empty" }] });
  });
});
