import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { judged } from "@/lib/testing/judged";
import { findablePerson } from "@/lib/testing/matching";
import { publishServing, SERVING_CHALLENGES } from "@/lib/testing/serving";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { exportResume } from "./export-resume";
import { readOwnProofs } from "./read-own-proofs";

beforeAll(async () => {
  await seedSkillMap();
  await publishServing();
}, 60_000);

it("papers carry what was measured and ticked, with its band, before what is claimed", async () => {
  const person = await findablePerson({ skills: { "serving-api": 1.2, rnn: 0 } });
  const { userId } = person;
  await db().candidateSkill.updateMany({
    where: { userId, skillSlug: "rnn" },
    data: { showsBand: false, claimedLevel: 50 },
  });
  await db().candidateSkill.updateMany({
    where: { userId, skillSlug: "serving-api" },
    data: { claimedLevel: 90 },
  });
  const { skills, profile } = await readOwnProofs(person);
  expect(skills).toMatchObject([{ slug: "serving-api", challenges: 0 }]);
  const [{ band } = { band: { low: 0, level: 0, high: 0 } }] = skills;
  expect(band.low).toBeLessThan(band.level);
  expect(band.high).toBeGreaterThan(band.level);
  expect(profile).toBeNull();
  const day = new Date().toISOString().slice(0, 10);
  for (const locale of ["en", "zh"] as const) {
    const resume = await exportResume(person, locale);
    expect(resume.skills).toHaveLength(2);
    const [measured, claimed] = resume.skills;
    for (const figure of [band.level, band.low, band.high]) {
      expect(measured?.level).toContain(String(Math.round(figure)));
    }
    expect(measured?.level).toContain(day);
    expect(claimed?.level).toBe("working");
    expect(resume.basics).not.toHaveProperty("url");
  }
});

it("each challenge counts once, and a public profile is named while it is on", async () => {
  const person = await findablePerson({ skills: { "serving-api": 1.2 } });
  const { userId } = person;
  const [one = "", two = ""] = SERVING_CHALLENGES;
  for (const slug of [one, one, two]) await judged(person, slug);
  expect((await readOwnProofs(person)).skills).toMatchObject([{ challenges: 2 }]);
  const profile = { userId, displayName: "P", languages: ["en"], enabled: true };
  await db().publicProfile.create({ data: profile });
  await db().profileHandle.create({ data: { userId, handle: "papers" } });
  expect((await exportResume(person, "en")).basics).toMatchObject({
    url: expect.stringMatching(/\/p\/papers$/),
  });
  await db().publicProfile.update({ where: { userId }, data: { enabled: false } });
  expect((await readOwnProofs(person)).profile).toBeNull();
  const stranger = await readOwnProofs(await signedIn());
  expect(stranger).toEqual({ skills: [], profile: null });
});
