import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { claimSubmission } from "@/lib/grading/claim-submission";
import type { CaseEvent, RunnerEvent } from "@/lib/grading/events";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { openPart } from "@/lib/grading/open-part";
import { recordVerdict } from "@/lib/grading/record-verdict";
import { storeEvidence } from "@/lib/grading/store-evidence";
import { db } from "@/lib/platform/db";
import { readSubmission } from "@/lib/submissions/read-submission";
import { signedIn } from "@/lib/testing/fixtures";
import { publishPredictions } from "@/lib/testing/predictions";
import { closeDueSeasons, closeSeason } from "./close-season";
import { endSeason } from "./end-season";
import { joinSeason } from "./join-season";
import { listSeasons } from "./list-seasons";
import { readSeason } from "./read-season";
import { readSeasonFile } from "./read-season-file";
import { readStandings } from "./read-standings";
import { storeSeasonFiles } from "./store-season-files";

let slug = "";
let count = 0;

beforeAll(() => publishPredictions("elsewhere"));
beforeEach(async () => {
  slug = `signs-${++count}`;
  await publishPredictions(slug);
});

const openOne = () =>
  db().season.findFirstOrThrow({ where: { challenge: { slug }, closedAt: null } });

const usage = { wall_ms: 1, learner_wall_ms: 1, cpu_ms: 1, peak_memory_mb: 1 };

function caseOf(index: number, split: "public" | "private", value: number): CaseEvent {
  const title = { en: split, zh: split };
  const passed = value >= 0.9;
  return {
    ...{ event: "case", index, name: split, title, visible: false, points: 1, split },
    ...{ outcome: passed ? "passed" : "failed", earned: passed ? 1 : 0, ms: 1, cpu_ms: 1 },
    message: { code: "measured.value", params: { value, mark: 0.9, full: 1 } },
  };
}

/** What a runner says of a file that reaches these values on the two parts. */
function evidenceOf(publicValue: number, privateValue: number): RunnerEvent[] {
  const cases = [caseOf(0, "public", publicValue), caseOf(1, "private", privateValue)];
  const planned = cases.map(({ name, title, visible, points, split }) => ({
    ...{ name, title, visible, points, split },
  }));
  return [
    { event: "plan", cases: planned },
    ...cases,
    { event: "finished", status: "graded", usage },
  ];
}

/** A file that was handed in and judged while the season is open. */
async function judged(actor: UserActor, publicValue: number, privateValue: number) {
  await db().season.updateMany({ where: { closedAt: null }, data: { preparedAt: new Date() } });
  const { challengeId } = await openOne();
  const joined = await joinSeason(db(), challengeId);
  const { id } = await db().submission.create({
    data: { userId: actor.userId, challengeId, files: {}, ...joined },
  });
  const claim = await claimSubmission(id, "worker");
  if (!claim) throw new Error("not claimed");
  const events = evidenceOf(publicValue, privateValue);
  const evidenceId = await storeEvidence(claim, "bubblewrap/1", events);
  await recordVerdict(claim, evidenceId, interpretEvidence(claim.manifest, events, claim.split));
  return id;
}

async function named(name: string) {
  const actor = await signedIn();
  const leaderboardName = `${name} ${slug}`;
  await db().user.update({ where: { id: actor.userId }, data: { leaderboardName } });
  return actor;
}

describe("a season", () => {
  it("opens with its challenge, and takes files once its own are there", async () => {
    const season = await openOne();
    expect(season.number).toBe(1);
    await expect(joinSeason(db(), season.challengeId)).rejects.toMatchObject({
      code: "season_in_preparation",
    });
    await storeSeasonFiles(season.id, { "test.csv": "id,x\n1,2\n" });
    await storeSeasonFiles(season.id, { "test.csv": "other" });
    expect(await readSeasonFile(slug, "test.csv")).toBe("id,x\n1,2\n");
    const joined = await joinSeason(db(), season.challengeId);
    expect(joined.seasonId).toBe(season.id);
    expect((await joinSeason(db(), season.challengeId)).seed).toBe(joined.seed);
  });

  it("keeps the version that it began with", async () => {
    const before = await openOne();
    await publishPredictions(slug);
    expect((await openOne()).challengeVersionId).toBe(before.challengeVersionId);
    expect(await db().season.count({ where: { challenge: { slug } } })).toBe(1);
  });

  it("tells nothing of the private part while it is open", async () => {
    const actor = await signedIn();
    const id = await judged(actor, 0.95, 0.5);
    const seen = await readSubmission(actor, id);
    expect(seen).toMatchObject({ verdict: "passed", score: 1 });
    expect(seen.cases.map((one) => one.name)).toEqual(["public"]);
    expect(seen.revealsAt).not.toBeNull();
    const told = evidenceOf(0.95, 0.5).flatMap((event) => openPart(event) ?? []);
    expect(JSON.stringify(told)).not.toContain("private");
  });

  it("judges every file on the private part at its end, and the next one opens", async () => {
    const actor = await signedIn();
    const id = await judged(actor, 0.95, 0.5);
    await expect(endSeason(actor, (await openOne()).id)).rejects.toMatchObject({
      kind: "not_found",
    });
    const { id: seasonId } = await openOne();
    expect(await endSeason(await signedIn("admin"), seasonId)).toBe(true);
    const seen = await readSubmission(actor, id);
    expect(seen).toMatchObject({ verdict: "failed", score: 0, revealsAt: null });
    expect(seen.cases.map((one) => one.name)).toEqual(["public", "private"]);
    expect(await db().verdict.count({ where: { submissionId: id } })).toBe(2);
    expect(await db().verdict.count({ where: { submissionId: id, current: true } })).toBe(1);
    expect(await db().skillEvidence.findMany({ where: { submissionId: id } })).toMatchObject([
      { score: 0 },
    ]);
    const next = await openOne();
    expect([next.number, next.preparedAt]).toEqual([2, null]);
  });

  it("waits for files that are still judged, and closing twice changes nothing", async () => {
    const actor = await signedIn();
    const id = await judged(actor, 0.95, 0.95);
    const { id: seasonId } = await openOne();
    await db().submission.update({ where: { id }, data: { status: "running" } });
    const past = new Date(Date.now() - 1000);
    await db().season.update({ where: { id: seasonId }, data: { closesAt: past } });
    await closeDueSeasons();
    expect((await openOne()).id).toBe(seasonId);
    await db().submission.update({ where: { id }, data: { status: "done" } });
    await Promise.all([closeSeason(seasonId), closeSeason(seasonId), closeDueSeasons()]);
    expect((await openOne()).number).toBe(2);
    expect(await db().verdict.count({ where: { submissionId: id } })).toBe(2);
  });
});

describe("standings", () => {
  it("rank by the public part, then by the private part of the same files", async () => {
    const [ada, lin] = [await named("Ada"), await named("Lin")];
    await judged(ada, 0.97, 0.91);
    await judged(ada, 0.92, 0.99);
    await judged(lin, 0.95, 0.96);
    const ranks = async () =>
      (await readStandings(ada, slug, 1)).rows.map(({ rank, name, value, own }) => [
        ...[rank, name.split(" ")[0], value, own],
      ]);
    expect(await ranks()).toEqual([
      [1, "Ada", 0.97, true],
      [2, "Lin", 0.95, false],
    ]);
    await closeSeason((await openOne()).id);
    expect(await ranks()).toEqual([
      [1, "Lin", 0.96, false],
      [2, "Ada", 0.91, true],
    ]);
  });

  it("start empty in every season, and hold only who chose a name", async () => {
    await judged(await signedIn(), 0.9, 0.9);
    expect((await readStandings({ kind: "system" }, slug)).rows).toEqual([]);
    await expect(readStandings({ kind: "system" }, slug, 7)).rejects.toMatchObject({
      code: "season_not_found",
    });
  });
});

it("a learner sees his own files and what is left of the day; admins see every season", async () => {
  const [actor, other] = [await signedIn(), await signedIn()];
  const id = await judged(actor, 0.95, 0.5);
  const season = await readSeason(actor, slug);
  expect(season).toMatchObject({ number: 1, open: true, attemptsLeft: 2 });
  expect(season.own).toMatchObject([{ id, verdict: "passed", measured: 0.95, best: true }]);
  expect((await readSeason(other, slug)).own).toEqual([]);
  await expect(listSeasons(actor)).rejects.toMatchObject({ kind: "not_found" });
  const listed = (await listSeasons(await signedIn("admin"))).map((one) => one.challenge);
  expect(listed).toContain(slug);
});
