import { readdirSync, readFileSync } from "node:fs";
import { atATime } from "../lib/at-a-time";
import type { Figure } from "../lib/figures";
import { Learner, verdictsOf } from "./learner";
import type { Subject } from "./subjects";

const LEARNERS = 8;
const EACH = 15;
const BEFORE_THE_KILL = 20;

/** The installation's worker, found by its command and its data folder. */
function workerOf(dataDir: string): number {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const read = (file: string) => {
      try {
        return readFileSync(`/proc/${pid}/${file}`, "utf8").split("\0");
      } catch {
        return [];
      }
    };
    const command = read("cmdline").filter(Boolean);
    const isWorker = command.at(-1)?.endsWith("workers/main.ts") && /node$/.test(command[0] ?? "");
    if (isWorker && read("environ").includes(`DATA_DIR=${dataDir}`)) return Number(pid);
  }
  throw new Error("the worker is not running");
}

/** Kills the worker while many submissions wait; every one must get its verdict, and one only. */
export async function measureKill(
  { origin, dataDir }: { origin: string; dataDir: string },
  subject: Subject,
): Promise<Figure[]> {
  const learners = await Promise.all(Array.from({ length: LEARNERS }, () => Learner.join(origin)));
  const submitted: { learner: Learner; id: string }[] = [];
  let judged = 0;
  let killed = 0;
  await atATime(LEARNERS * EACH, LEARNERS, async (n) => {
    const learner = learners[n % LEARNERS] as Learner;
    submitted.push({ learner, id: await learner.submit(subject) });
  });
  const begun = performance.now();
  const verdicts = await Promise.all(
    submitted.map(async ({ learner, id }) => {
      const verdict = await learner.verdict(id);
      judged += 1;
      if (judged >= BEFORE_THE_KILL && !killed) {
        killed = workerOf(dataDir);
        process.kill(killed, "SIGKILL");
      }
      return verdict;
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const counts = await verdictsOf(submitted.map(({ id }) => id));
  const none = { unit: "", reach: 0, better: "lower" } as const;
  return [
    {
      name: `worker killed with submissions waiting`,
      value: submitted.length - BEFORE_THE_KILL,
      unit: "",
      better: "higher",
    },
    { name: "  lost", value: counts.filter((count) => count === 0).length, ...none },
    { name: "  judged twice", value: counts.filter((count) => count > 1).length, ...none },
    {
      name: "  judged wrongly",
      value: verdicts.filter((verdict) => verdict !== "passed").length,
      ...none,
    },
    { name: "  until the last verdict", value: seconds, unit: "s", better: "lower" },
  ];
}
