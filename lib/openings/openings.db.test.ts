import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { type Employer, employer, member, openOpening } from "@/lib/testing/openings";
import { closeOpening } from "./close-opening";
import { createOpening } from "./create-opening";
import { deleteDraft } from "./delete-draft";
import { jobPosting, scriptJson } from "./job-posting";
import { listOpenings } from "./list-openings";
import { listPublicOpenings, openingFilters } from "./list-public-openings";
import type { OpeningRef } from "./opening-where";
import { storeProposal } from "./proposal/proposal-work";
import { publishOpening } from "./publish-opening";
import { readOpening } from "./read-opening";
import { readPublicOpening } from "./read-public-opening";
import { saveOpening } from "./save-opening";
import { settleProposal } from "./settle-proposal";

const SKILL = "linear-algebra";
const NOWHERE = { kind: "not_found" };

let own: Employer;
let other: Employer;
let outsider: Actor;

beforeAll(async () => {
  for (const [position, slug] of [SKILL, "rnn"].entries()) {
    const title = { en: `Title of ${slug}`, zh: `${slug} 的名称` };
    const aliases = { en: [], zh: [] };
    await db().skill.create({
      data: { slug, pillar: "P", title, description: title, aliases, position },
    });
  }
  [own, other, outsider] = [await employer(), await employer(), await signedIn()];
});

const fields = (change = {}) => ({
  ...{ titleEn: "Engineer", titleZh: "", textEn: "Builds things.", textZh: "", place: "Berlin" },
  ...{ country: "DE", workPlaces: ["hybrid"], languages: [], knockOuts: [], experience: 12 },
  ...{ payMin: null, payMax: null, payCurrency: "", payPeriod: "", blind: false, public: true },
  weights: { skills: 0.6, meaning: 0.3, preferences: 0.1 },
  closesAt: null,
  skills: [{ slug: SKILL, level: 60, weight: 2, must: true }],
  ...change,
});

async function draft(by = own): Promise<OpeningRef> {
  const opening = await createOpening(by.owner, by.slug, { from: "blank" });
  return { organisation: by.slug, opening };
}

const audited = (action: string, { opening }: OpeningRef) =>
  db().auditEvent.findMany({
    where: { action, data: { path: ["opening"], equals: opening } },
  });

describe("an opening", () => {
  it("is written, published, changed under audit, and closed", async () => {
    const ref = await draft();
    await saveOpening(own.owner, ref, fields());
    expect(await readOpening(own.owner, ref)).toMatchObject({
      ...{ status: "draft", titleEn: "Engineer", edits: true, problems: [], warnings: [] },
      skills: [{ slug: SKILL, level: 60, weight: 2, must: true }],
      weights: { skills: 0.6, meaning: 0.3, preferences: 0.1 },
    });
    await expect(readPublicOpening(outsider, ref.opening)).rejects.toMatchObject(NOWHERE);
    await publishOpening(own.owner, ref, {});
    expect(await readPublicOpening(outsider, ref.opening)).toMatchObject({ titleEn: "Engineer" });
    await saveOpening(
      own.owner,
      ref,
      fields({ place: "Bonn", skills: [{ slug: "rnn", level: 50, weight: 1, must: true }] }),
    );
    const [change] = await audited("opening.changed", ref);
    expect(change?.data).toMatchObject({ fields: ["place", "skills"] });
    await closeOpening(own.owner, ref);
    await expect(readPublicOpening(outsider, ref.opening)).rejects.toMatchObject(NOWHERE);
    await publishOpening(own.owner, ref, {});
    expect(await audited("opening.published", ref)).toHaveLength(2);
  });

  it("begins from a role with its skills, or says that there is no such role", async () => {
    const id = await createOpening(own.owner, own.slug, { from: "role", role: "data-scientist" });
    const opening = await db().opening.findUniqueOrThrow({
      where: { id },
      include: { skills: true },
    });
    expect(opening.roleSlug).toBe("data-scientist");
    expect(opening.skills.length).toBeGreaterThan(3);
    expect(opening.titleZh).not.toBe("");
    await expect(
      createOpening(own.owner, own.slug, { from: "role", role: "no-such" }),
    ).rejects.toMatchObject({ issues: [{ path: "role", code: "role_unknown" }] });
  });

  it("needs texts in one language and a skill before it is public", async () => {
    const ref = await draft();
    const lacking = [
      { path: "titleEn", code: "opening_texts" },
      { path: "skills", code: "opening_skills" },
    ];
    await expect(publishOpening(own.owner, ref, {})).rejects.toMatchObject({ issues: lacking });
    await saveOpening(
      own.owner,
      ref,
      fields({ titleEn: "", titleZh: "工程师", textZh: "写代码。" }),
    );
    await publishOpening(own.owner, ref, {});
    await expect(
      saveOpening(own.owner, ref, fields({ titleEn: "", skills: [] })),
    ).rejects.toMatchObject({ issues: lacking });
  });

  it("with doubtful wording needs a reason, which is audited", async () => {
    const ref = await draft();
    await saveOpening(own.owner, ref, fields({ textEn: "For digital natives." }));
    expect((await readOpening(own.owner, ref)).warnings).toMatchObject([
      { field: "textEn", group: "age", found: "digital natives" },
    ]);
    await expect(publishOpening(own.owner, ref, { reason: " " })).rejects.toMatchObject({
      issues: [{ path: "reason", code: "wording_reason" }],
    });
    await publishOpening(own.owner, ref, { reason: "The name of our product" });
    expect((await audited("opening.published", ref))[0]?.data).toMatchObject({
      reason: "The name of our product",
      wording: [{ group: "age", found: "digital natives" }],
    });
  });

  it("is published by verified organisations alone", async () => {
    const fresh = await employer({ status: "unverified" });
    const ref = await draft(fresh);
    await saveOpening(fresh.owner, ref, fields());
    await expect(publishOpening(fresh.owner, ref, {})).rejects.toMatchObject({
      code: "organisation_unverified",
    });
    await db().organisation.update({ where: { id: fresh.id }, data: { status: "suspended" } });
    await expect(readOpening(fresh.owner, ref)).rejects.toMatchObject(NOWHERE);
  });

  it.each([
    [{ payMin: 5, payMax: 4, payCurrency: "EUR", payPeriod: "year" }, "payMax", "pay_order"],
    [{ payMin: 5, payPeriod: "year" }, "payCurrency", "currency_missing"],
    [{ payMax: 5, payCurrency: "EUR" }, "payPeriod", "period_missing"],
    [{ weights: { skills: 0.9, meaning: 0.1, preferences: 0 } }, "weights.skills", "weight_range"],
    [{ weights: { skills: 0.6, meaning: 0.2, preferences: 0.1 } }, "weights.skills", "weight_sum"],
    [{ titleEn: "a\u0000b" }, "titleEn", "text_characters"],
    [{ titleEn: "a\r\nBcc: x" }, "titleEn", "text_characters"],
    [{ textEn: "x".repeat(20_001) }, "textEn", "text_long"],
    [{ country: "Germany" }, "country", "country_bad"],
    [{ country: "", knockOuts: ["country"] }, "country", "knock_out_country"],
    [{ knockOuts: ["age"] }, "knockOuts.0", undefined],
    [
      { skills: [{ slug: "nothing", level: 60, weight: 1, must: true }] },
      "skills",
      "skill_not_found",
    ],
    [
      { skills: [{ slug: SKILL, level: 96, weight: 1, must: true }] },
      "skills.0.level",
      "level_range",
    ],
  ])("refuses %j", async (change, path, code) => {
    const ref = await draft();
    await expect(saveOpening(own.owner, ref, fields(change))).rejects.toMatchObject({
      issues: [{ path, ...(code && { code }) }],
    });
  });

  it("does not exist for other organisations, outsiders and visitors; hiring managers read", async () => {
    const ref = await draft();
    const reader = await member(own.id, "hiring_manager");
    expect(await readOpening(reader, ref)).toMatchObject({ edits: false });
    const elsewhere = { ...ref, organisation: other.slug };
    for (const [who, of] of [
      [other.owner, ref],
      [other.owner, elsewhere],
      [own.owner, elsewhere],
      [outsider, ref],
    ] as const) {
      await expect(readOpening(who, of)).rejects.toMatchObject(NOWHERE);
    }
    for (const who of [other.owner, outsider, reader]) {
      await expect(saveOpening(who, ref, fields())).rejects.toMatchObject(NOWHERE);
      await expect(publishOpening(who, ref, {})).rejects.toMatchObject(NOWHERE);
      await expect(closeOpening(who, ref)).rejects.toMatchObject(NOWHERE);
      await expect(deleteDraft(who, ref)).rejects.toMatchObject(NOWHERE);
      const wanted = { skills: [], facts: [], text: true };
      await expect(settleProposal(who, ref, wanted)).rejects.toMatchObject(NOWHERE);
      await expect(createOpening(who, own.slug, { from: "blank" })).rejects.toMatchObject(NOWHERE);
    }
    for (const who of [other.owner, outsider]) {
      await expect(listOpenings(who, own.slug)).rejects.toMatchObject(NOWHERE);
    }
    const visitor: Actor = { kind: "visitor", address: "192.0.2.1" };
    await expect(readOpening(visitor, ref)).rejects.toMatchObject({ kind: "not_signed_in" });
    await expect(readOpening(own.owner, { ...ref, opening: "x" })).rejects.toMatchObject(NOWHERE);
    await deleteDraft(own.owner, ref);
    await expect(readOpening(own.owner, ref)).rejects.toMatchObject(NOWHERE);
  });

  it("that is open is not deleted", async () => {
    const { ref } = await openOpening(own);
    await expect(deleteDraft(own.owner, ref)).rejects.toMatchObject(NOWHERE);
  });
});

describe("a pasted description", () => {
  const text = "Data engineer\nWe need somebody who knows linear algebra well.";
  const facts = {
    ...{ title: "Data engineer", place: "Oslo", workPlaces: [], experience: 24, languages: [] },
    ...{ payMin: 1, payMax: 2, payCurrency: "NOK", payPeriod: "hour" as const },
  };
  const skill = { slug: SKILL, level: 70, must: true, sentence: "s", by: "name" as const };

  it("waits for a worker, and only what is confirmed is taken", async () => {
    const opening = await createOpening(own.owner, own.slug, { from: "text", text });
    const ref = { organisation: own.slug, opening };
    const all = { skills: [SKILL, "rnn"], facts: ["title", "pay"], text: true };
    expect((await readOpening(own.owner, ref)).proposal).toMatchObject({ status: "waiting", text });
    await expect(settleProposal(own.owner, ref, all)).rejects.toMatchObject({ kind: "conflict" });
    const skills = [skill, { ...skill, slug: "not-taken" }];
    await storeProposal(opening, { locale: "en", facts, skills });
    expect(await readOpening(own.owner, ref)).toMatchObject({ titleEn: "", skills: [] });
    await settleProposal(own.owner, ref, all);
    expect(await readOpening(own.owner, ref)).toMatchObject({
      ...{ titleEn: "Data engineer", textEn: text, place: "", experience: 0, payMax: 2 },
      ...{ proposal: null, skills: [{ slug: SKILL, level: 70, must: true }] },
    });
  });

  it("that could not be read still gives its text", async () => {
    const opening = await createOpening(own.owner, own.slug, { from: "text", text });
    const ref = { organisation: own.slug, opening };
    await storeProposal(opening, null);
    await settleProposal(own.owner, ref, { skills: [SKILL], facts: ["title"], text: true });
    expect(await readOpening(own.owner, ref)).toMatchObject({ textEn: text, skills: [] });
  });

  it.each([
    ["short", "description_short"],
    ["x".repeat(20_001), "text_long"],
    [`${"x".repeat(50)}\u0000`, "text_characters"],
  ])("is refused when it is nothing to read: %.10s", async (bad, code) => {
    await expect(
      createOpening(own.owner, own.slug, { from: "text", text: bad }),
    ).rejects.toMatchObject({ issues: [{ path: "text", code }] });
  });
});

describe("public openings", () => {
  const found = async (filters = {}, cursor?: string) =>
    listPublicOpenings(openingFilters.parse(filters), { cursor, limit: 2 });

  it("are found by words, place, place of work and language, newest first, page by page", async () => {
    const by = await employer({ name: "Quartz" });
    const made = [];
    for (const at of [1, 2, 3]) {
      const publishedAt = new Date(Date.UTC(2026, 0, at));
      made.push(
        await openOpening(by, {
          ...{ titleZh: `石英工程师${at}`, publishedAt, place: "Lyon", workPlaces: ["remote"] },
          languages: [{ language: "fr", level: "working", must: true }],
        }),
      );
    }
    const ids = made.map(({ id }) => id).reverse();
    const first = await found({ search: "quartz 石英" });
    expect(first.openings.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const rest = await found({ search: "quartz 石英" }, first.next ?? "");
    expect(rest.openings.map(({ id }) => id)).toEqual(ids.slice(2));
    for (const filters of [{ place: "lyo" }, { language: "fr" }]) {
      expect((await found(filters)).openings[0]?.id).toBe(ids[0]);
    }
    expect((await found({ search: "quartz", work: "on_site" })).openings).toEqual([]);
    expect((await found({ search: "quartz", language: "de" })).openings).toEqual([]);
    expect((await found({ search: "\u0000%_'\ud800", work: "nowhere" })).openings).toEqual([]);
  });

  it.each([
    [{ public: false }, {}],
    [{ status: "draft" as const }, {}],
    [{ status: "closed" as const }, {}],
    [{ closesAt: new Date(0) }, {}],
    [{}, { status: "unverified" as const }],
    [{}, { status: "suspended" as const }],
  ])("are none where the opening is %j, the organisation %j", async (opening, organisation) => {
    const by = await employer(organisation);
    const { id } = await openOpening(by, opening);
    await expect(readPublicOpening(outsider, id)).rejects.toMatchObject(NOWHERE);
    expect((await found({ search: by.name })).openings.map((one) => one.id)).not.toContain(id);
  });

  it("tell search engines the facts, and nothing in them ends the script", async () => {
    const by = await employer({ name: "</script><b>" });
    const { id } = await openOpening(by, {
      ...{ textEn: "Hi <script>\n\nthere", payMin: 1, payMax: 2, payCurrency: "EUR" },
      ...{ payPeriod: "year", place: "Lyon", country: "FR", workPlaces: ["remote", "hybrid"] },
      closesAt: new Date(Date.UTC(2100, 0, 1)),
    });
    const posting = jobPosting(await readPublicOpening(outsider, id), "en", "https://x.example/");
    expect(posting).toMatchObject({
      ...{ "@type": "JobPosting", title: "Training engineer", jobLocationType: "TELECOMMUTE" },
      description: "<p>Hi &lt;script&gt;</p><p>there</p>",
      validThrough: "2100-01-01T00:00:00.000Z",
      applicantLocationRequirements: { name: "FR" },
      jobLocation: { address: { addressLocality: "Lyon", addressCountry: "FR" } },
      baseSalary: { currency: "EUR", value: { minValue: 1, maxValue: 2, unitText: "YEAR" } },
    });
    const json = scriptJson(posting);
    expect(json).not.toMatch(/[<>&]/);
    expect(JSON.parse(json)).toMatchObject({ hiringOrganization: { name: "</script><b>" } });
  });
});
