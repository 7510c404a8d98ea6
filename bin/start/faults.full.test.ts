import { expect, it, vi } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { random } from "@/lib/testing/random";
import { descendants, type Running } from "../testing/descendants";
import { type Mixed, mixedKinds } from "../testing/fault-kinds";
import { borrowPython, probe, temporaryFolder, UP } from "../testing/probe";
import { freePort } from "./postgres";

const SUBMISSIONS = 500;
const PEOPLE = 30;
const PAUSE_MS = 3_000;
const SEED = 20_260_101;
/** Three attempts may all be hit: such a submission ends unscored, and there are few of them. */
const MOST_GIVEN_UP = 0.02;

vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 300_000 });

const zygoteOf = (role: string) => (one: Running) =>
  one.command.startsWith("/python/bin/python3") && one.command.includes(role);

/** What may be hit at any moment; a learner's own process is his to end. */
const TARGETS: Record<string, (one: Running, all: Running[]) => boolean> = {
  worker: ({ command }) => command.endsWith("workers/main.ts") && command.includes("node"),
  runner: ({ command }) => command.includes("-m touchstone.runner"),
  zygote: (one, all) =>
    zygoteOf("touchstone.inside.candidate")(one) && !all.some((two) => isChild(one, two)),
  checker: (one) => zygoteOf("touchstone.checker.serve")(one),
  "Postgres backend": ({ command }) => /^postgres: .*(idle|INSERT|SELECT|UPDATE)/.test(command),
};

const isChild = (child: Running, parent: Running) =>
  child.parent === parent.pid && zygoteOf("touchstone.inside.candidate")(parent);

it("loses nothing, judges nothing twice and nothing wrongly, whatever is killed and when", async () => {
  const DATA_DIR = temporaryFolder();
  borrowPython(DATA_DIR);
  const env = { DATA_DIR, WORKER_SLOTS: "2", WORKER_RUNTIMES: "python-numpy" };
  const running = probe(["start", "--port", String(await freePort())], { env });
  await running.shows(UP);
  process.env.DATA_DIR = DATA_DIR;
  const { openInstallation } = await import("./installation");
  const { withDatabase } = await import("./installation-database");
  const next = random(SEED);
  const hits = new Map<string, number>();
  await withDatabase(openInstallation(), async () => {
    const { db } = await import("@/lib/platform/db");
    const { signedIn } = await import("@/lib/testing/fixtures");
    const kinds = await mixedKinds();
    const season = { where: { challenge: { slug: "signs" }, preparedAt: { not: null } } };
    await vi.waitUntil(() => db().season.count(season), { timeout: 120_000, interval: 500 });
    const people: UserActor[] = [];
    for (let n = 0; n < PEOPLE; n++) people.push(await signedIn());
    const expected = new Map<string, string>();
    const unfinished = () => db().submission.count({ where: { status: { not: "done" } } });
    const retried = async <T>(act: () => Promise<T>): Promise<T> => {
      // The test's own connection may be the one that is hit.
      for (;;) {
        try {
          return await act();
        } catch (error) {
          if (!/terminat|connection|recovery|ECONN|P1|P2010/i.test(String(error))) throw error;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      }
    };
    const hit = () => {
      const names = Object.keys(TARGETS);
      const name = names[Math.floor(next() * names.length)] ?? "";
      const all = descendants(running.pid);
      const found = all.filter((one) => TARGETS[name]?.(one, all));
      const victim = found[Math.floor(next() * found.length)];
      if (!victim) return;
      process.kill(victim.pid, "SIGKILL");
      hits.set(name, (hits.get(name) ?? 0) + 1);
    };
    let sent = 0;
    const timer = setInterval(hit, PAUSE_MS);
    try {
      while (sent < SUBMISSIONS) {
        const kind = kinds[Math.floor(next() * kinds.length)] as Mixed;
        const actor = people[sent % PEOPLE] as UserActor;
        expected.set(await retried(() => kind.send(actor)), kind.verdict);
        sent += 1;
        // Nobody has more than so many waiting.
        if (sent % 100 === 0) {
          await vi.waitUntil(async () => (await retried(unfinished)) < PEOPLE * 3, {
            timeout: 900_000,
            interval: 500,
          });
        }
      }
    } finally {
      clearInterval(timer);
    }
    await vi.waitUntil(async () => (await retried(unfinished)) === 0, {
      timeout: 300_000,
      interval: 500,
    });
    const judged = await db().submission.findMany({
      where: { id: { in: [...expected.keys()] } },
      include: { verdicts: true, skillEvidence: true },
    });
    const wrong = judged.filter(
      ({ id, verdict }) => verdict !== expected.get(id) && verdict !== "infrastructure_error",
    );
    const givenUp = judged.filter(({ verdict }) => verdict === "infrastructure_error");
    console.log(`hit: ${JSON.stringify(Object.fromEntries(hits))}; given up: ${givenUp.length}`);
    expect(judged).toHaveLength(SUBMISSIONS);
    expect(wrong.map(({ id, verdict }) => [expected.get(id), verdict])).toEqual([]);
    expect(judged.filter(({ verdicts }) => verdicts.length !== 1)).toEqual([]);
    expect(givenUp.filter(({ skillEvidence }) => skillEvidence.length > 0)).toEqual([]);
    expect(givenUp.length).toBeLessThanOrEqual(SUBMISSIONS * MOST_GIVEN_UP);
    expect([...hits.keys()].sort()).toEqual(Object.keys(TARGETS).sort());
  });
});
