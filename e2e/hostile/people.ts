import { readFileSync } from "node:fs";
import { createUser } from "@/lib/accounts/create-user";
import { updateProfile } from "@/lib/accounts/update-profile";
import type { UserActor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { saveCandidate } from "@/lib/candidates/save-candidate";
import { saveConsent } from "@/lib/candidates/save-consent";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/prisma/enums";
import { saveProfile } from "@/lib/profiles/save-profile";
import { submit } from "@/lib/submissions/submit";
import { PASSWORD } from "../people";
import { address, long, short } from "./payloads";

export type Person = { actor: UserActor; email: string };

/** A person whose name is hostile, with an address that is confirmed. */
export async function person(email: string, role: Role = "learner"): Promise<Person> {
  const user = await createUser(db(), {
    ...{ email, name: short("User.name"), role, locale: "en", emailVerifiedAt: new Date() },
    passwordHash: await hashPassword(PASSWORD),
  });
  if (!user) throw new Error(`${email} is taken`);
  return { email, actor: { kind: "user", userId: user.id, role, scopes: null } };
}

/** Has a public profile, and work that comes onto a leaderboard. */
export async function showPublicly({ actor }: Person, handle: string): Promise<void> {
  await updateProfile(actor, { leaderboardName: short("User.leaderboardName") });
  await saveProfile(actor, {
    ...{ enabled: true, handle, displayName: short("PublicProfile.displayName") },
    ...{ headlineEn: long("PublicProfile.headlineEn") },
    ...{ headlineZh: long("PublicProfile.headlineZh"), languages: ["en", "zh"] },
    ...{ showHistory: false, indexed: true, skills: [], credentials: [] },
  });
  const code = readFileSync("content/challenges/softmax/submissions/accepted/shifted.py", "utf8");
  await submit(actor, { challenge: "softmax", files: { "solution.py": code } });
}

/** A candidate whom every verified organisation finds, with every text that it reads of him. */
export async function beFound({ actor }: Person, blind: boolean): Promise<void> {
  const period = { start: "2020", end: "2024" };
  const line = (column: string) => ({ name: long(column), summary: long(column), ...period });
  const [work, projects] = ["CandidateText.work", "CandidateText.projects"];
  const education = long("CandidateText.education");
  const texts = {
    ...{ headline: long("CandidateText.headline"), summary: long("CandidateText.summary") },
    work: [{ ...line(work), position: long(work), highlights: [long(work)] }],
    education: [{ institution: education, area: education, degree: education, ...period }],
    projects: [{ ...line(projects), url: address(projects) }],
  };
  await saveCandidate(actor, {
    ...{ texts: { en: texts, zh: texts }, place: long("Candidate.place"), country: "DE" },
    ...{ workPlaces: ["remote"], relocates: false, availability: "now", salaryWish: "" },
    ...{ salaryCurrency: "", languages: [], claims: [] },
    links: [{ label: short("Candidate.links"), url: address("Candidate.links") }],
  });
  const terms = { discoverability: "verified", blind, ranked: true };
  await saveConsent(actor, { ...terms, bands: [], evidence: [] });
}
