import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { claimSubmission } from "@/lib/grading/claim-submission";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { recordVerdict } from "@/lib/grading/record-verdict";
import { db } from "@/lib/platform/db";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn } from "@/lib/testing/fixtures";
import { registerWorker } from "@/lib/workers/heartbeat";
import { readLeaderboard } from "./read-leaderboard";

const NOTHING = interpretEvidence({ pass: 1 }, []);

beforeAll(() => registerWorker("w", 1, {}));

async function named(leaderboardName: string | null): Promise<UserActor> {
  const actor = await signedIn();
  await db().user.update({ where: { id: actor.userId }, data: { leaderboardName } });
  return actor;
}

/** Hands in and judges: the score and the CPU time are as given. */
async function judged(actor: UserActor, challenge: string, score: number, cpuMs: number) {
  const { id } = await submit(actor, { challenge, files: RIGHT });
  const claim = await claimSubmission(id, "w");
  if (!claim) throw new Error("nothing to claim");
  const usage = { ...NOTHING.usage, cpu_ms: cpuMs };
  const verdict = score === 1 ? "passed" : "failed";
  return () => recordVerdict(claim, null, { ...NOTHING, verdict, score, usage });
}

const board = async (challenge: string) =>
  (await readLeaderboard({ kind: "system" }, challenge)).map(
    ({ rank, name, score, cpuMs }) => `${rank} ${name} ${score} ${cpuMs}`,
  );

it("lists everybody's best submission by score, then CPU time; equals share a rank", async () => {
  await publishSmall("board");
  const [ann, ben, eve] = [await named("ann"), await named("ben"), await named("eve")];
  for (const [actor, score, cpuMs] of [
    [ann, 0.5, 10],
    [ann, 1, 40],
    [ann, 0.9, 1],
    [ben, 1, 30],
    [ben, 1, 50],
    [eve, 1, 30],
  ] as const) {
    await (await judged(actor, "board", score, cpuMs))();
  }
  expect(await board("board")).toEqual(["1 ben 1 30", "1 eve 1 30", "3 ann 1 40"]);
});

it("leaves out who chose no name, was disabled, or scored nothing", async () => {
  await publishSmall("few");
  const [silent, gone, none] = [await named(null), await named("gone"), await named("none")];
  await (await judged(silent, "few", 1, 1))();
  await (await judged(gone, "few", 1, 1))();
  await (await judged(none, "few", 0, 1))();
  await db().user.update({ where: { id: gone.userId }, data: { disabledAt: new Date() } });
  expect(await board("few")).toEqual([]);
});

it("keeps the best of verdicts that arrive at the same moment", async () => {
  await publishSmall("both");
  const actor = await named("both");
  const ends = [];
  for (const cpuMs of [30, 10, 20]) ends.push(await judged(actor, "both", 1, cpuMs));
  await Promise.all(ends.map((end) => end()));
  expect(await board("both")).toEqual(["1 both 1 10"]);
});
