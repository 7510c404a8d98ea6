import { randomUUID } from "node:crypto";
import { ensureEmbeddingModel } from "@/bin/start/embedding-model";
import { openInstallation } from "@/bin/start/installation";
import { withDatabase } from "@/bin/start/installation-database";
import { ensurePython } from "@/bin/start/python";
import { reportFigures } from "./lib/figures";
import { quantile } from "./lib/quantile";
import { startInstallation, withDataFolder } from "./lib/running-installation";

const count = Number(process.argv[process.argv.indexOf("--candidates") + 1]) || 100_000;
const ROUNDS = 60;
const REACH_MS = 50;
const REACH_SCANS = 1.5;
const SHOWN = 50;
const NO_WISHES = {
  ...{ country: "", workPlaces: [], languages: [] },
  ...{ experience: 0, availability: false },
};

/** What the openings ask for; each is ranked in turn, under a filter that about half of all meet. */
const ROLES = ["inference-engineer", "mlops-engineer", "llm-training-engineer", "speech-engineer"];

await withDataFolder(async (dataDir) => {
  const { stop } = await startInstallation(dataDir, { LOG_LEVEL: "error" });
  process.env.DATA_DIR = dataDir;
  const installation = openInstallation();
  try {
    await ensurePython(installation);
    await ensureEmbeddingModel(installation);
    await withDatabase(installation, () => measure());
  } finally {
    await stop();
  }
});

async function measure(): Promise<void> {
  // They read their settings when they are loaded: after the installation is known.
  const { db } = await import("@/lib/platform/db");
  const { embedTexts } = await import("@/workers/embedding/shared-embedder");
  const { modelsToEmbedWith } = await import("@/workers/matching/models");
  const { memoryOf } = await import("@/workers/matching/memory-in-use");
  const { rankCandidates } = await import("@/workers/matching/rank-candidates");
  const { computeRanking, prepareStored } = await import("@/lib/matching/rankings/compute-ranking");
  const { rankingBasis } = await import("@/lib/matching/rankings/ranking-record");
  const { openingRequest } = await import("@/lib/matching/rankings/opening-request");
  const { matchRequest } = await import("@/lib/matching/score/match-request");
  const { narrow } = await import("@/lib/matching/score/narrow");
  const { Scorer } = await import("@/lib/matching/score/scorer");
  const { dot } = await import("@/lib/matching/score/weighed-text");
  const { roleProfiles } = await import("@/lib/content/role-profiles");
  const { fillCandidates } = await import("./search/fill-candidates");

  const [model] = await modelsToEmbedWith();
  if (!model) throw new Error("no model in use");
  const skills = await db().skill.findMany({ select: { slug: true } });
  await fillCandidates(
    count,
    model.hash,
    skills.map(({ slug }) => slug),
    async (texts) => {
      const embedded = await embedTexts(texts.map((text, at) => ({ id: String(at), text })));
      return embedded.map(({ text, vector }) => ({ vector, coverage: text.coverage }));
    },
  );
  const organisation = await db().organisation.create({
    data: { slug: "bench", name: "Bench", status: "verified", domainCode: randomUUID() },
  });
  const profiles = (await roleProfiles()).filter(({ slug }) => ROLES.includes(slug));
  const rankings: string[] = [];
  const ask = async (at: number) => {
    const profile = profiles[at % profiles.length] as (typeof profiles)[number];
    const zh = at % 2 === 1;
    const text = profile.responsibilities[zh ? "zh" : "en"].join(zh ? "。" : ". ");
    const asked = (list: typeof profile.required, must: boolean) =>
      list.map(({ skill, level, weight }) => ({ skillSlug: skill, level, weight, must }));
    const opening = await db().opening.create({
      data: {
        ...{ organisationId: organisation.id, titleEn: zh ? "" : profile.title.en },
        ...{ titleZh: zh ? profile.title.zh : "", [zh ? "textZh" : "textEn"]: text },
        ...{ country: "DE", workPlaces: ["remote"], experience: 36 },
        skills: { create: [...asked(profile.required, true), ...asked(profile.nice, false)] },
      },
      include: { skills: true },
    });
    const request = openingRequest(opening, [{ kind: "work_place", places: ["remote"] }]);
    const { id } = await db().ranking.create({
      data: { organisationId: organisation.id, openingId: opening.id, request },
    });
    rankings.push(id);
    return id;
  };
  const loadBegun = performance.now();
  const memory = await memoryOf(model);
  const loaded = performance.now() - loadBegun;
  const jobs: number[] = [];
  for (let at = 0; at < 2 * profiles.length; at++) {
    const id = await ask(at);
    const begun = performance.now();
    await rankCandidates(id);
    jobs.push(performance.now() - begun);
  }
  const times: number[] = [];
  const freely: number[] = [];
  const scans: number[] = [];
  const recalls: number[] = [];
  const { population, reference } = memory;
  const everybody = population.rows;
  let lefts = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const row = await db().ranking.findUniqueOrThrow({
      where: { id: rankings[round % rankings.length] ?? "" },
    });
    const [basis, request] = [rankingBasis.parse(row.basis), matchRequest.parse(row.request)];
    const begun = performance.now();
    const prepared = prepareStored(request, basis, reference);
    const { left } = narrow(population, population.rows, request.conditions);
    const results = computeRanking(prepared, population, left, basis);
    times.push(performance.now() - begun);
    lefts += left.length;
    const scanBegun = performance.now();
    const query = population.textsAt(everybody[round] ?? 0)[0]?.meaning as Float32Array;
    let highest = -1;
    for (const row of everybody) {
      for (const { meaning } of population.textsAt(row)) {
        highest = Math.max(highest, dot(query, meaning));
      }
    }
    scans.push(performance.now() - scanBegun);
    if (highest < 0.99) throw new Error("the scan did not find the text itself");
    if (round >= rankings.length) continue;
    const freelyBegun = performance.now();
    const free = { ...request, skills: [], wishes: NO_WISHES };
    computeRanking(prepareStored(free, basis, reference), population, left, basis);
    freely.push(performance.now() - freelyBegun);
    const scorer = new Scorer(prepared, population);
    const exact = Array.from(left, (row) => scorer.explain(row).score).sort((a, b) => b - a);
    const least = exact[SHOWN - 1] ?? 0;
    const found = results.filter(({ score }) => score >= least).length;
    recalls.push(Math.min(1, found / Math.min(SHOWN, exact.length)));
  }
  const scan = quantile(scans, 0.95);
  const reach = Math.max(REACH_MS, REACH_SCANS * scan);
  const share = Math.round((100 * lefts) / (ROUNDS * everybody.length));
  const ms = { unit: "ms", better: "lower" } as const;
  process.stdout.write(`${everybody.length} candidates; ${share} % meet the filter\n`);
  reportFigures([
    { name: "ranked, filtered, 50 explained, p50", value: quantile(times, 0.5), ...ms },
    { name: "ranked, filtered, 50 explained, p95", value: quantile(times, 0.95), ...ms, reach },
    { name: "exact dense scan of all alone, p95", value: scan, ...ms },
    {
      ...{ name: "recall at 50 against every score computed", unit: "", better: "higher" },
      ...{ value: Math.min(...recalls), reach: 0.99 },
    },
    { name: "by text alone, every text compared, p50", value: quantile(freely, 0.5), ...ms },
    {
      name: "the whole job, stored to be replayed, p50",
      value: quantile(jobs.slice(1), 0.5),
      ...ms,
    },
    { name: "candidates read into memory", value: loaded / 1000, unit: "s", better: "lower" },
    {
      ...{ name: "memory of the process", unit: "MB", better: "lower" },
      value: process.memoryUsage().rss / 1e6,
    },
  ]);
}
