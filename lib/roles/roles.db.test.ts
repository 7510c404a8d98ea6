import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { publishChallenge } from "@/lib/challenges/publish";
import { parseYaml } from "@/lib/content/parse-yaml";
import { skillMap } from "@/lib/content/schemas";
import { storeSkills } from "@/lib/skills/store-skills";
import { visitor } from "@/lib/testing/accounts";
import { publishSmall, signedIn, smallPackage } from "@/lib/testing/fixtures";
import { judged } from "@/lib/testing/judged";
import { publishTrack } from "@/lib/tracks/publish";
import { registerWorker } from "@/lib/workers/heartbeat";
import { listRoles } from "./list-roles";
import { readRole } from "./read-role";

const ROLE = "speech-engineer";
const both = (text: string) => ({ en: text, zh: text });

beforeAll(async () => {
  await registerWorker("w", 4, {});
  const yaml = await readFile("content/skills.yaml", "utf8");
  await storeSkills(parseYaml("skills.yaml", yaml, skillMap));
  await publishSmall("first", { skill: "debugging", difficulty: -1 });
  await publishSmall("second", { skill: "rnn" });
  await publishChallenge(smallPackage("apart", { skill: "cnn" }));
  await publishTrack(
    {
      manifest: {
        ...{ slug: "track", version: 1, title: both("Track"), summary: both("Sum.") },
        ...{ audience: both("All."), leads_to: [ROLE], beside: [] },
        items: [
          { lesson: "read", title: both("Read"), minutes: 10 },
          { challenge: "first" },
          { challenge: "second" },
        ],
      },
      ...{ lessons: { read: both("Text.") }, contentHash: "0".repeat(64) },
    },
    0,
  );
});

describe("role profiles", () => {
  it("are there for visitors, who are told nothing of a fit", async () => {
    const roles = await listRoles(visitor());
    expect(roles).toHaveLength(15);
    expect(roles.every(({ fit }) => fit === null)).toBe(true);
    const role = await readRole(visitor(), ROLE);
    expect(role.own).toBeNull();
    expect(role.required[0]).toMatchObject({ skill: "speech-recognition", level: 70, weight: 3 });
    expect(role.required[0]?.title.zh).toMatch(/语音/);
  });

  it("are known by their slugs alone", async () => {
    const unknown = readRole(await signedIn(), "astronaut");
    await expect(unknown).rejects.toMatchObject({ code: "role_not_found" });
  });

  it("stand by fit when that is asked for", async () => {
    const actor = await signedIn();
    await judged(actor, "second");
    const shares = (await listRoles(actor, "fit")).map(({ fit }) => fit?.share ?? 0);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    const speech = (await listRoles(actor)).find(({ slug }) => slug === ROLE);
    expect(speech?.fit?.measured).toBe(1);
  });
});

describe("a person beside a role", () => {
  it("is believed to be like learners in general where nothing is known", async () => {
    const { own } = await readRole(await signedIn(), ROLE);
    expect(own?.required.every(({ measured }) => !measured)).toBe(true);
    expect(own?.required[0]?.band.level).toBeCloseTo(50, 6);
  });

  it("is compared by his own evidence, and by what it says of its pillar; by nobody else's", async () => {
    const [actor, other] = [await signedIn(), await signedIn()];
    const before = (await readRole(other, ROLE)).own;
    await judged(actor, "second");
    const own = (await readRole(actor, ROLE)).own;
    const rnn = own?.required.find(({ skill }) => skill === "rnn");
    expect(rnn).toMatchObject({ measured: true });
    expect(rnn?.band.level).toBeGreaterThan(50);
    const cnn = own?.required.find(({ skill }) => skill === "cnn");
    expect(cnn).toMatchObject({ measured: false });
    expect(cnn?.band.level).toBeGreaterThan(50);
    expect((await readRole(other, ROLE)).own).toEqual(before);
  });

  it("gets a path in the order of its track, and is told for what there is no content", async () => {
    const { own } = await readRole(await signedIn(), ROLE);
    const ids = own?.path.steps.map(({ id }) => id) ?? [];
    const track = ids.filter((id) => id !== "challenge:apart");
    expect(track).toEqual(["lesson:track/read", "challenge:first", "challenge:second"]);
    expect(own?.path.steps.find(({ id }) => id === "challenge:first")).toMatchObject({
      ...{ moves: null, before: { en: "Double" }, href: "/challenges/first" },
    });
    expect(own?.path.untaught.map(({ en }) => en)).toContain("Speech recognition");
    expect(own?.path.minutes).toBe(10 + 3 * 5);
  });

  it("is not sent again over what he has passed", async () => {
    const actor = await signedIn();
    await judged(actor, "first");
    const ids = (await readRole(actor, ROLE)).own?.path.steps.map(({ id }) => id) ?? [];
    expect(ids).not.toContain("challenge:first");
    expect(ids).toContain("challenge:second");
  });
});
