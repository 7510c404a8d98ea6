import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { openCandidate } from "@/lib/testing/candidates";
import { signedIn } from "@/lib/testing/fixtures";
import { seedSkillMap } from "@/lib/testing/skill-map";
import type { CandidateFields } from "./candidate-fields";
import { readOwnCandidate } from "./read-own-candidate";
import { saveCandidate } from "./save-candidate";

beforeAll(seedSkillMap);

const EMPTY = { headline: "", summary: "", work: [], education: [], projects: [] };
const FIELDS: CandidateFields = {
  texts: {
    en: {
      ...EMPTY,
      headline: "Trains language models",
      work: [
        {
          ...{ name: "Example Works", position: "Engineer", summary: "Pretraining." },
          ...{ start: "2021-03", end: "", highlights: ["Halved the cost"] },
        },
      ],
    },
    zh: { ...EMPTY, headline: "训练大语言模型" },
  },
  ...{ place: "Shanghai", country: "cn", workPlaces: ["remote", "remote"], relocates: true },
  ...{ availability: "weeks", salaryWish: "400000", salaryCurrency: "cny" },
  languages: [{ language: "zh", level: "native" }],
  links: [{ label: "Code", url: "https://example.org/code" }],
  claims: [
    { skill: "transformers", level: "proficient" },
    { skill: "unheard-of", level: "expert" },
  ],
};

describe("what a candidate tells of himself", () => {
  it("is kept in both languages, and nobody finds him by it", async () => {
    const actor = await signedIn();
    expect((await readOwnCandidate(actor)).isNew).toBe(true);
    await saveCandidate(actor, FIELDS);
    const { fields, discoverability, isNew } = await readOwnCandidate(actor);
    expect({ discoverability, isNew }).toEqual({ discoverability: "nobody", isNew: false });
    expect(fields).toEqual({
      ...FIELDS,
      ...{ country: "CN", workPlaces: ["remote"], salaryWish: 400000, salaryCurrency: "CNY" },
      claims: [{ skill: "transformers", level: "proficient" }],
    });
  });

  it("changes no other person's, and a claim that is dropped leaves what is shown", async () => {
    const [actor, other] = [await signedIn(), await openCandidate({ place: "Berlin" })];
    await saveCandidate(actor, FIELDS);
    const where = { userId: actor.userId, skillSlug: "transformers" };
    await db().candidateSkill.updateMany({ where, data: { showsBand: true } });
    await saveCandidate(actor, { ...FIELDS, claims: [] });
    expect(await db().candidateSkill.findMany({ where: { userId: actor.userId } })).toEqual([
      { ...where, claimedLevel: null, showsBand: true, showsEvidence: false },
    ]);
    expect((await readOwnCandidate(other)).fields.place).toBe("Berlin");
  });

  it.each([
    ["country", { country: "China" }, "country", "country_bad"],
    ["pay without a currency", { salaryCurrency: "" }, "salaryCurrency", "currency_bad"],
    ["pay that is no number", { salaryWish: "much" }, "salaryWish", "pay_bad"],
    [
      "a link that runs",
      { links: [{ label: "x", url: "javascript:1" }] },
      "links.0.url",
      "url_bad",
    ],
    ["a link to nowhere", { links: [{ label: "x", url: "" }] }, "links.0.url", "url_bad"],
    [
      "a language twice",
      { languages: [1, 2].map(() => ({ language: "zh", level: "native" as const })) },
      ...(["languages.1.language", "language_twice"] as const),
    ],
  ])("is refused with %s, where it stands", async (_, change, path, code) => {
    const attempt = saveCandidate(await signedIn(), { ...FIELDS, ...change });
    await expect(attempt).rejects.toMatchObject({ issues: [{ path, code }] });
  });

  it("is refused where an end lies before its start", async () => {
    const period = { start: "2022-01", end: "2021-12" };
    const work = [{ name: "", position: "", summary: "", highlights: [], ...period }];
    const texts = { en: EMPTY, zh: { ...EMPTY, work } };
    const attempt = saveCandidate(await signedIn(), { ...FIELDS, texts });
    const issue = { path: "texts.zh.work.0.end", code: "period_order" };
    await expect(attempt).rejects.toMatchObject({ issues: [issue] });
  });

  it("is not within reach of a token or a visitor", async () => {
    const token = { ...(await signedIn()), scopes: [] };
    await expect(saveCandidate(token, FIELDS)).rejects.toMatchObject({ code: "session_only" });
    const visitor = { kind: "visitor", address: "198.51.100.1" } as const;
    await expect(readOwnCandidate(visitor)).rejects.toMatchObject({ code: "not_signed_in" });
  });
});
