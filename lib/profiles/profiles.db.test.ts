import { beforeAll, describe, expect, it, vi } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { disableUser, enableUser } from "@/lib/accounts/disable-user";
import { exportOwnData } from "@/lib/accounts/export-own-data";
import type { UserActor } from "@/lib/auth/actor";
import { issueCredential } from "@/lib/credentials/issue-credential";
import { revokeCredential } from "@/lib/credentials/revoke-credential";
import { db } from "@/lib/platform/db";
import { visitor } from "@/lib/testing/accounts";
import { badgeInput } from "@/lib/testing/credentials";
import { publishSmall, signedIn } from "@/lib/testing/fixtures";
import { judged } from "@/lib/testing/judged";
import { registerWorker } from "@/lib/workers/heartbeat";
import { KEPT_DAYS } from "./claim-handle";
import { drawProfile } from "./draw-profile";
import { profileImage } from "./profile-image";
import { readOwnProfile } from "./read-own-profile";
import { readPublicProfile } from "./read-public-profile";
import { saveProfile } from "./save-profile";
import { readShown, showSkill } from "./show-skill";

// Settings are read as modules load.
vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://skills.example.org";
});

const SKILL = "linear-algebra";
let handles = 0;

beforeAll(async () => {
  await registerWorker("w", 4, {});
  for (const [position, slug] of [SKILL, "rnn"].entries()) {
    const title = { en: `Title of ${slug}`, zh: `${slug} 的名称` };
    const aliases = { en: [], zh: [] };
    await db().skill.create({
      data: { slug, pillar: "P", title, description: title, aliases, position },
    });
  }
  await publishSmall("one");
  await publishSmall("two", { skill: "rnn" });
});

const newHandle = () => `person-${++handles}`;

const fields = (change = {}) => ({
  ...{ enabled: true, handle: newHandle(), displayName: "Ada", headlineEn: "Builds things" },
  ...{ headlineZh: "", languages: ["en"], showHistory: false, indexed: false },
  ...{ skills: [], credentials: [], ...change },
});

/** A person with two measured skills, who shows what is asked for. */
async function shown(change = {}): Promise<{ actor: UserActor; handle: string }> {
  const actor = await signedIn();
  await judged(actor, "one");
  await judged(actor, "two");
  const input = fields({ skills: [SKILL], ...change });
  await saveProfile(actor, input);
  return { actor, handle: input.handle };
}

const hidden = { kind: "not_found", code: "profile_not_found" };
const taken = { issues: [{ path: "handle", code: "handle_taken" }] };

describe("a public profile", () => {
  it("is off until it is switched on, and gone at once when it is switched off", async () => {
    const actor = await signedIn();
    const own = await readOwnProfile(actor);
    expect(own).toMatchObject({ handle: null, settings: { enabled: false, indexed: false } });
    const input = fields();
    await saveProfile(actor, { ...input, enabled: false });
    await expect(readPublicProfile(input.handle)).rejects.toMatchObject(hidden);
    await saveProfile(actor, input);
    expect(await readPublicProfile(input.handle)).toMatchObject({ displayName: "Ada" });
    await saveProfile(actor, { ...input, enabled: false });
    await expect(readPublicProfile(input.handle)).rejects.toMatchObject(hidden);
  });

  it("holds what is shown and nothing else of the person", async () => {
    const { actor, handle } = await shown();
    const profile = await readPublicProfile(handle);
    expect(profile.skills.map(({ slug }) => slug)).toEqual([SKILL]);
    const user = await db().user.findUniqueOrThrow({ where: { id: actor.userId } });
    const text = JSON.stringify(profile);
    for (const secret of [user.id, user.email, user.name, "rnn"])
      expect(text).not.toContain(secret);
    expect(profile.skills[0]?.history).toEqual([]);
    for (const locale of ["en", "zh"] as const) {
      const image = drawProfile(profile, locale, "skills.example.org");
      expect(image).toContain(SKILL);
      for (const secret of [user.email, user.name, "rnn"]) expect(image).not.toContain(secret);
    }
  });

  it("shows how bands moved where that is wanted, for the skills that are shown alone", async () => {
    const { handle } = await shown({ showHistory: true });
    const { skills } = await readPublicProfile(handle);
    expect(skills).toHaveLength(1);
    expect(skills[0]?.history.length).toBeGreaterThan(0);
  });

  it("does not exist for a person who is shut out, as for nobody", async () => {
    const { actor, handle } = await shown();
    const admin = await signedIn("admin");
    await disableUser(admin, actor.userId);
    const answers = [handle, "nobody-has-this", "", "%2e%2e", handle.toUpperCase()];
    for (const one of answers) await expect(readPublicProfile(one)).rejects.toMatchObject(hidden);
    await enableUser(admin, actor.userId);
    await expect(readPublicProfile(handle)).resolves.toBeDefined();
  });

  it("is nobody else's to change, nor a token's", async () => {
    const { actor } = await shown();
    await expect(saveProfile(visitor(), fields())).rejects.toMatchObject({ code: "not_signed_in" });
    const token = { ...actor, scopes: ["profile:read" as const] };
    await expect(saveProfile(token, fields())).rejects.toMatchObject({ code: "session_only" });
    await expect(showSkill(token, SKILL, true)).rejects.toMatchObject({ code: "session_only" });
  });

  it("says what cannot be, and keeps what was", async () => {
    const { actor, handle } = await shown();
    for (const [change, path, code] of [
      [{ handle: "" }, "handle", "handle_missing"],
      [{ handle: "admin" }, "handle", "handle_reserved"],
      [{ displayName: " " }, "displayName", "name_missing"],
      [{ displayName: "a\u0000b" }, "displayName", "name_characters"],
      [{ headlineEn: "x".repeat(121) }, "headlineEn", "headline_long"],
      [{ headlineZh: "\u202e反" }, "headlineZh", "headline_characters"],
      [{ languages: [] }, "languages", "language_none"],
      [{ languages: ["fr"] }, "languages.0", "locale_unknown"],
    ] as const) {
      await expect(saveProfile(actor, fields(change))).rejects.toMatchObject({
        issues: [{ path, code }],
      });
    }
    expect((await readOwnProfile(actor)).handle).toBe(handle);
  });
});

describe("an address", () => {
  it("is one person's, however it is written, and of two at once one gets it", async () => {
    const { handle } = await shown();
    const other = await signedIn();
    const wanted = saveProfile(other, fields({ handle: handle.toUpperCase() }));
    await expect(wanted).rejects.toMatchObject(taken);
    const race = newHandle();
    const both = await Promise.allSettled(
      [await signedIn(), await signedIn()].map((one) => saveProfile(one, fields({ handle: race }))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject(taken);
  });

  it("that was given up leads nowhere and is kept for its owner, for a while", async () => {
    const { actor, handle } = await shown();
    await saveProfile(actor, fields());
    await expect(readPublicProfile(handle)).rejects.toMatchObject(hidden);
    const other = await signedIn();
    await expect(saveProfile(other, fields({ handle }))).rejects.toMatchObject(taken);
    await saveProfile(actor, fields({ handle }));
    await expect(readPublicProfile(handle)).resolves.toBeDefined();
    await saveProfile(actor, fields());
    const longAgo = new Date(Date.now() - (KEPT_DAYS + 1) * 24 * 3_600_000);
    await db().profileHandle.update({ where: { handle }, data: { retiredAt: longAgo } });
    await saveProfile(other, fields({ handle }));
    await expect(readPublicProfile(handle)).resolves.toBeDefined();
  });

  it("can be changed a few times, not to hold many back", async () => {
    const { actor } = await shown();
    for (let change = 0; change < 3; change++) await saveProfile(actor, fields());
    await expect(saveProfile(actor, fields())).rejects.toMatchObject({
      issues: [{ path: "handle", code: "handle_often" }],
    });
  });

  it("can be left out while the profile is off", async () => {
    const { actor, handle } = await shown();
    await saveProfile(actor, fields({ enabled: false, handle: "" }));
    expect((await readOwnProfile(actor)).handle).toBeNull();
    const other = await signedIn();
    await expect(saveProfile(other, fields({ handle }))).rejects.toMatchObject(taken);
  });
});

describe("what is shown", () => {
  it("is for each skill its owner's choice, and hidden at first", async () => {
    const { actor, handle } = await shown({ skills: [] });
    expect((await readPublicProfile(handle)).skills).toEqual([]);
    expect(await readShown(actor, SKILL)).toEqual({ shown: false, handle });
    await showSkill(actor, SKILL, true);
    await showSkill(actor, SKILL, true);
    expect((await readPublicProfile(handle)).skills).toHaveLength(1);
    await showSkill(actor, SKILL, false);
    expect((await readPublicProfile(handle)).skills).toEqual([]);
    for (const none of ["none", "a\0b"]) {
      await expect(showSkill(actor, none, true)).rejects.toMatchObject({ code: "skill_not_found" });
    }
    await saveProfile(actor, fields({ handle, skills: [SKILL, "a\0b"] }));
    expect((await readPublicProfile(handle)).skills).toHaveLength(1);
  });

  it("is one's own credentials, never another's or one that was revoked", async () => {
    const { achievement, estimates, evidence } = badgeInput();
    const issue = async (userId: string, occasion: string) =>
      (
        await issueCredential(
          { kind: "system" },
          { userId, occasion, achievement, estimates, evidence },
        )
      ).id;
    const { actor, handle } = await shown();
    const own = await issue(actor.userId, "profile: own");
    const others = await issue((await signedIn()).userId, "profile: another's");
    const show = (credentials: string[]) => saveProfile(actor, fields({ handle, credentials }));
    await show([]);
    expect((await readPublicProfile(handle)).credentials).toEqual([]);
    await show([own, others, "no id"]);
    const { credentials } = await readPublicProfile(handle);
    expect(credentials).toMatchObject([{ id: own, level: "proficient" }]);
    await revokeCredential(await signedIn("admin"), own, { reason: "Issued by mistake." });
    expect((await readPublicProfile(handle)).credentials).toEqual([]);
    expect((await readOwnProfile(actor)).credentials).toEqual([]);
  });
});

describe("the image", () => {
  it("is there as long as the profile is, and for one visitor so often a minute", async () => {
    const { actor, handle } = await shown();
    const someone = visitor();
    const { png, indexed } = await profileImage(someone, handle, "zh");
    expect(png.readUInt32BE(16)).toBe(1200);
    expect(indexed).toBe(false);
    const many = Array.from({ length: 30 }, () => profileImage(someone, handle, "en"));
    const answers = await Promise.allSettled(many);
    const refused = answers.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "rate_limited" } }]);
    await saveProfile(actor, fields({ handle, enabled: false }));
    await expect(profileImage(visitor(), handle, "zh")).rejects.toMatchObject(hidden);
  });
});

describe("leaving", () => {
  it("takes the profile along, which the export has held, and frees its address", async () => {
    const { actor, handle } = await shown();
    const { person } = await exportOwnData(actor);
    expect(person).toMatchObject({
      ...{ publicProfile: { displayName: "Ada", enabled: true }, profileHandles: [{ handle }] },
      shownSkills: [{ skillSlug: SKILL }],
    });
    await deleteAccount(actor, { password: "", signedInAt: Math.floor(Date.now() / 1000) });
    await expect(readPublicProfile(handle)).rejects.toMatchObject(hidden);
    expect(await db().shownSkill.count({ where: { userId: actor.userId } })).toBe(0);
    const other = await signedIn();
    await saveProfile(other, fields({ handle }));
    await expect(readPublicProfile(handle)).resolves.toBeDefined();
  });
});
