import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { activeModel, modelOf } from "@/lib/skills/active-model";
import { estimatesOf, rowOf } from "@/lib/skills/measure-learner";
import { measureStale } from "@/lib/skills/measure-stale";
import { signedIn } from "@/lib/testing/fixtures";
import {
  publishItems,
  type SimulatedItem,
  simulateLearners,
} from "@/lib/testing/simulated-learners";
import { askForRun } from "./ask-for-run";
import { chooseCalibration, listCalibrations } from "./calibrations";
import { listItems } from "./list-items";
import { readItem } from "./read-item";
import { runDue } from "./run-due";
import { runMeasurement } from "./run-measurement";

const SKILL = "linear-algebra";
/** Authors are off by 0.4, by turns up and down; one item is much harder in Chinese. */
const ITEMS: SimulatedItem[] = [-1.4, -0.9, -0.4, 0, 0.4, 0.9, 1.4].map((b, index) => ({
  slug: `item-${index}`,
  b,
  stated: b + (index % 2 === 0 ? 0.4 : -0.4),
  ...(index === 3 && { harderInChinese: 1.4 }),
}));

beforeAll(async () => {
  await publishItems(SKILL, ITEMS);
  await simulateLearners(ITEMS, { learners: 300, seed: 1, skill: SKILL });
  await measureStale();
}, 120_000);

const inUse = async () => (await activeModel(db())).calibrationId;

async function calibrated(id: string) {
  const rows = await db().calibratedItem.findMany({
    where: { calibrationId: id, skillSlug: SKILL },
    orderBy: { challengeSlug: "asc" },
  });
  return rows.map((row, index) => ({ ...row, b: ITEMS[index]?.b ?? 0 }));
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a calibration", () => {
  it("recovers difficulties, takes effect, and everybody is measured anew and replayably", async () => {
    const before = await db().skillEstimate.findFirstOrThrow({ where: { skillSlug: SKILL } });
    expect(await runDue()).toBe(true);
    expect(await runMeasurement()).toBe(true);
    const id = await inUse();
    if (!id) throw new Error("nothing took effect");
    const rows = (await calibrated(id)).filter(({ challengeSlug }) => challengeSlug !== "item-3");
    const off = (of: (row: (typeof rows)[number]) => number) =>
      mean(rows.map((row) => Math.abs(of(row) - row.b)));
    expect(off(({ difficulty }) => difficulty)).toBeLessThan(
      0.6 * off((row) => row.authorDifficulty),
    );
    for (const row of rows) expect(row).toMatchObject({ freed: "both", learners: 300 });

    expect(await measureStale()).toBe(300);
    const { userId } = before;
    const {
      modelId,
      computedAt,
      skillSlug,
      userId: _,
      ...row
    } = await db().skillEstimate.findUniqueOrThrow({
      where: { userId_skillSlug: { userId, skillSlug: SKILL } },
    });
    expect(modelId).not.toBe(before.modelId);
    expect(row.mean).not.toBe(before.mean);
    const again = await estimatesOf(db(), userId, await modelOf(db(), modelId), computedAt);
    const replayed = again.get(skillSlug);
    expect(replayed && rowOf(replayed)).toEqual(row);
    const old = await estimatesOf(
      db(),
      userId,
      await modelOf(db(), before.modelId),
      before.computedAt,
    );
    expect(old.get(skillSlug)?.mean).toBeCloseTo(before.mean, 10);
  }, 120_000);

  it("of the same evidence has the same name, and nobody is measured anew for it", async () => {
    const id = await inUse();
    await runMeasurement();
    expect(await inUse()).toBe(id);
    expect(await db().calibration.count()).toBe(1);
    expect(await measureStale()).toBe(0);
    expect(await runDue()).toBe(false);
  }, 60_000);

  it("flags the item that is harder in one language, and no more than that", async () => {
    const { items } = await listItems(await signedIn("author"));
    const flagged = items.filter(({ concerns }) => concerns.includes("dif"));
    expect(flagged.map(({ slug }) => slug)).toEqual(["item-3"]);
    const [dif] = flagged[0]?.report?.dif ?? [];
    expect(dif).toMatchObject({ attribute: "language", flagged: true, referenceLearners: 150 });
  });

  it("with a stronger cohort does not move the scale", async () => {
    const first = await calibrated((await inUse()) ?? "");
    await simulateLearners(ITEMS, { learners: 300, seed: 2, mean: 1, skill: SKILL });
    await runMeasurement();
    const run = await db().measurementRun.findFirstOrThrow({ orderBy: { finishedAt: "desc" } });
    const second = await calibrated(run.calibrationId ?? "");
    const level = (rows: typeof first) => mean(rows.map(({ difficulty }) => difficulty));
    expect(Math.abs(level(second) - level(first))).toBeLessThan(0.1);
    const [summary] = (
      await db().calibration.findUniqueOrThrow({
        where: { id: run.calibrationId ?? "" },
      })
    ).skills as { mean: number }[];
    expect(summary?.mean).toBeGreaterThan(0.3);
  }, 60_000);
});

describe("an admin", () => {
  it("sets an earlier calibration back, which stays, until new ones may follow; on record", async () => {
    const admin = await signedIn("admin");
    const { calibrations } = await listCalibrations(admin);
    const [latest, earlier] = calibrations;
    if (!latest || !earlier) throw new Error("two are needed");
    await chooseCalibration(admin, earlier.id);
    await runMeasurement();
    expect(await listCalibrations(admin)).toMatchObject({ inUse: earlier.id, pinned: true });
    await chooseCalibration(admin, "author");
    expect(await inUse()).toBeNull();
    await chooseCalibration(admin, "follow");
    expect(await listCalibrations(admin)).toMatchObject({ inUse: latest.id, pinned: false });
    const acts = await db().auditEvent.count({
      where: { action: "measurement.calibration_chosen" },
    });
    expect(acts).toBe(3);
    for (const none of ["no such", "a\0b", null]) {
      await expect(chooseCalibration(admin, none)).rejects.toMatchObject({ kind: "not_found" });
    }
  }, 60_000);

  it("asks for a run, which is then due", async () => {
    await askForRun(await signedIn("admin"));
    expect(await runDue()).toBe(true);
    await runMeasurement();
    expect(await runDue()).toBe(false);
  }, 60_000);
});

describe("an author's figures", () => {
  it("count learners, cases and shared errors, and name nobody", async () => {
    const { report } = await readItem(await signedIn("author"), "item-6");
    expect(report).toMatchObject({ learners: 600, attempts: 600, attemptsToPass: 1 });
    expect(report?.passedFirst).toBe(report?.passedEver);
    expect(report?.cases.map(({ name }) => name)).toEqual(["first", "second"]);
    expect(report?.errors[0]).toMatchObject({
      ...{ outcome: "candidate_error", text: "ValueError: shapes" },
    });
    expect(report?.characteristic).toHaveLength(5);
    expect(report?.doubtful).toMatchObject([{ name: "second" }]);
  });

  it("do not exist for a learner or a visitor, and calibrations not for an author", async () => {
    const hidden = { kind: "not_found" };
    const visitor = { kind: "visitor" as const, address: "127.0.0.1" };
    for (const actor of [await signedIn(), visitor]) {
      await expect(listItems(actor)).rejects.toMatchObject(hidden);
      await expect(readItem(actor, "item-0")).rejects.toMatchObject(hidden);
    }
    for (const actor of [await signedIn(), await signedIn("author"), visitor]) {
      await expect(listCalibrations(actor)).rejects.toMatchObject(hidden);
      await expect(chooseCalibration(actor, "author")).rejects.toMatchObject(hidden);
      await expect(askForRun(actor)).rejects.toMatchObject(hidden);
    }
    const author = await signedIn("author");
    await expect(readItem(author, "no-such")).rejects.toMatchObject(hidden);
  });
});
