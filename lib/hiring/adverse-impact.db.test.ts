import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { signedIn } from "@/lib/testing/fixtures";
import { addMember, type OpenedOrganisation, openOrganisation } from "@/lib/testing/talent";
import { exportAdverseImpact } from "./export-adverse-impact";
import { readAdverseImpact, wholeMonths } from "./read-adverse-impact";

let works: OpenedOrganisation;
let openingId: string;

/** A day of the last month that is over. */
const then = new Date(wholeMonths(3, new Date()).until.getTime() - DAY_MS);

/** So many people of the sex, of whom the first few were contacted; returns their ids. */
async function consider(sex: string, people: number, selected: number, at = then) {
  const ids: string[] = [];
  for (let n = 0; n < people; n += 1) {
    const { userId } = await signedIn();
    ids.push(userId);
    await db().candidate.create({
      data: { userId, ...(sex && { demographics: { create: { sex } } }) },
    });
    await db().candidacy.create({
      data: {
        ...{ openingId, userId, createdAt: at },
        events: { create: { kind: "stage", stage: n < selected ? "contacted" : "declined", at } },
      },
    });
  }
  return ids;
}

const read = () => readAdverseImpact(works.owner, { slug: works.slug, months: 3 });

beforeEach(async () => {
  works = await openOrganisation();
  const { organisationId } = works;
  openingId = (await db().opening.create({ data: { organisationId } })).id;
});

describe("the adverse-impact report", () => {
  it("counts who was considered and who was contacted, by what they told", async () => {
    await consider("female", 20, 5);
    await consider("male", 20, 10);
    const { selection } = await read();
    expect(selection.considered).toBe(40);
    expect(selection.tables?.[0]?.rows).toMatchObject([
      { group: ["female"], considered: 20, selected: 5, ratio: 0.5, below: true },
      { group: ["male"], considered: 20, selected: 10, ratio: 1, below: false },
    ]);
  });

  it("does not move by a step of this month", async () => {
    await consider("female", 20, 5);
    const ids = await consider("male", 20, 10);
    const before = await read();
    const candidacy = await db().candidacy.findFirstOrThrow({ where: { userId: ids[19] } });
    await db().candidacyEvent.create({
      data: { candidacyId: candidacy.id, kind: "stage", stage: "contacted" },
    });
    await consider("male", 1, 1, new Date());
    expect(await read()).toEqual(before);
  });

  it("says nothing of few people", async () => {
    await consider("female", 12, 9);
    expect((await read()).selection).toEqual({ considered: 12, tables: null });
  });

  it("counts one person in several openings once", async () => {
    const { organisationId } = works;
    await consider("female", 20, 5);
    const ids = await consider("male", 20, 10);
    const other = await db().opening.create({ data: { organisationId } });
    await db().candidacy.createMany({
      data: ids.map((userId) => ({ openingId: other.id, userId, createdAt: then })),
    });
    expect((await read()).selection.considered).toBe(40);
  });

  it("takes the newest ranking for the scoring rate, above its median", async () => {
    const women = await consider("female", 20, 5);
    const men = await consider("male", 20, 10);
    const score = (userId: string, value: number) => ({ inputId: userId, userId, score: value });
    const results = [
      ...women.map((id, n) => score(id, n < 8 ? 0.9 : 0.1)),
      ...men.map((id, n) => score(id, n < 12 ? 0.8 : 0.2)),
    ];
    const ranking = {
      ...{ organisationId: works.organisationId, openingId, request: {} },
      status: "ranked" as const,
    };
    await db().ranking.create({ data: { ...ranking, results, rankedAt: then } });
    await db().ranking.create({
      data: { ...ranking, results: [], rankedAt: new Date(then.getTime() - DAY_MS) },
    });
    const { scoring } = await read();
    expect(scoring.considered).toBe(40);
    expect(scoring.tables?.[0]?.rows.map(({ selected }) => selected)).toEqual([8, 12]);
  });

  it("is for owners and admins, of their own organisation and its openings", async () => {
    const asked = { slug: works.slug, months: 3 } as const;
    const other = await openOrganisation();
    const recruiter = await addMember(works.organisationId, "recruiter");
    for (const actor of [recruiter, other.owner, await signedIn()]) {
      const missing = { code: "organisation_not_found" };
      await expect(readAdverseImpact(actor, asked)).rejects.toMatchObject(missing);
      await expect(exportAdverseImpact(actor, asked)).rejects.toMatchObject(missing);
    }
    const foreign = readAdverseImpact(other.owner, { ...asked, slug: other.slug, openingId });
    await expect(foreign).rejects.toMatchObject({ kind: "not_found" });
    await expect(readAdverseImpact(await signedIn("admin"), asked)).resolves.toBeDefined();
  });

  it("can be taken out as a sheet, which the log tells", async () => {
    await consider("female", 20, 5);
    await consider("male", 20, 10);
    const csv = await exportAdverseImpact(works.owner, { slug: works.slug, months: 3 });
    expect(csv).toContain("selection,sex,female,,20,5,0.2500,0.5000,yes\r\n");
    const subject = `organisation:${works.organisationId}`;
    expect(await db().auditEvent.count({ where: { subject, action: "fairness.exported" } })).toBe(
      1,
    );
  });
});
