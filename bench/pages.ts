import { openInstallation } from "@/bin/start/installation";
import { withDatabase } from "@/bin/start/installation-database";
import { type Figure, reportFigures } from "./lib/figures";
import { fillSubmissions } from "./lib/many-submissions";
import { quantile } from "./lib/quantile";
import { startInstallation, withDataFolder } from "./lib/running-installation";
import { signedInCookie } from "./lib/session";

const FEW = 10_000;
const MANY = 1_000_000;
const WARM_UP = 100;
const REQUESTS = 200;
const REACH = 1.5;

const PAGES = [
  { name: "submissions list", path: "/en/submissions", as: "learner" },
  { name: "challenge leaderboard", path: "/en/challenges/softmax/leaderboard", as: "learner" },
  { name: "track page", path: "/en/tracks/deep-learning", as: "learner" },
  { name: "admin overview", path: "/en/admin", as: "admin" },
] as const;
type Cookies = Record<(typeof PAGES)[number]["as"], string>;

/** Milliseconds until the last byte of a page is here. */
async function load(url: string, cookie: string): Promise<number> {
  const begun = performance.now();
  const page = await fetch(url, { headers: { cookie }, redirect: "error" });
  await page.arrayBuffer();
  if (!page.ok) throw new Error(`${url} answered ${page.status}`);
  return performance.now() - begun;
}

/** Every page's p95 in milliseconds; the pages take turns, so that a slow moment hits all. */
async function measure(origin: string, cookies: Cookies): Promise<number[]> {
  const times: number[][] = PAGES.map(() => []);
  for (let turn = 0; turn < WARM_UP + REQUESTS; turn++) {
    for (const [index, { path, as }] of PAGES.entries()) {
      const ms = await load(origin + path, cookies[as]);
      if (turn >= WARM_UP) times[index]?.push(ms);
    }
  }
  return times.map((list) => quantile(list, 0.95));
}

await withDataFolder(async (dataDir) => {
  const { origin, stop } = await startInstallation(dataDir);
  process.env.DATA_DIR = dataDir;
  try {
    await withDatabase(openInstallation(), async () => {
      const person = await fillSubmissions(FEW);
      const cookies = {
        learner: await signedInCookie({ id: person }),
        admin: await signedInCookie({ role: "admin" }),
      };
      const few = await measure(origin, cookies);
      await fillSubmissions(MANY);
      const many = await measure(origin, cookies);
      const figures = PAGES.flatMap(({ name }, index): Figure[] => {
        const [before = Number.NaN, after = Number.NaN] = [few[index], many[index]];
        const p95 = { unit: "ms", better: "lower" } as const;
        return [
          { name: `${name}, ${FEW} submissions: p95`, value: before, ...p95 },
          { name: `${name}, ${MANY} submissions: p95`, value: after, ...p95 },
          {
            name: `${name}: ratio`,
            value: after / before,
            unit: "x",
            reach: REACH,
            better: "lower",
          },
        ];
      });
      reportFigures(figures);
    });
  } finally {
    const { disconnect } = await import("@/lib/platform/db");
    await disconnect();
    await stop();
  }
});
