import type { UserActor } from "@/lib/auth/actor";
import { resumeParts } from "@/lib/candidates/resume-parts";
import { saveCandidate } from "@/lib/candidates/save-candidate";
import { saveConsent } from "@/lib/candidates/save-consent";
import { createOpening } from "@/lib/openings/create-opening";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { verifyByAdmin } from "@/lib/organisations/judge-organisation";
import { db } from "@/lib/platform/db";
import { listSkills } from "@/lib/skills/list-skills";
import { DEMO_CANDIDATES, DEMO_EMPLOYER } from "./talent";

async function actorOf(email: string): Promise<UserActor> {
  const { id, role } = await db().user.findUniqueOrThrow({ where: { email } });
  return { kind: "user", userId: id, role, scopes: null };
}

/** Lets the demo's learners be found, and gives its employer an organisation with an opening. */
export async function seedTalent(): Promise<void> {
  for (const candidate of DEMO_CANDIDATES) await seedCandidate(candidate);
  const employer = await actorOf(DEMO_EMPLOYER.email);
  if (await db().member.findFirst({ where: { userId: employer.userId } })) return;
  const { name, about, role } = DEMO_EMPLOYER;
  const { slug } = await createOrganisation(employer, { name, about, website: "" });
  const organisation = await db().organisation.update({ where: { slug }, data: { demo: true } });
  await verifyByAdmin({ kind: "system" }, organisation.id, { note: "demo data" });
  await createOpening(employer, slug, { from: "role", role });
}

async function seedCandidate({ email, texts, ...facts }: (typeof DEMO_CANDIDATES)[number]) {
  const actor = await actorOf(email);
  const known = { where: { userId: actor.userId }, select: { userId: true } } as const;
  if (await db().candidate.findUnique(known)) return;
  const { blind, country, languages } = facts;
  const skills = (await listSkills()).map(({ slug }) => slug);
  await saveCandidate(actor, {
    texts: { en: resumeParts.parse(texts.en ?? {}), zh: resumeParts.parse(texts.zh ?? {}) },
    ...{ place: "", country, languages, workPlaces: ["remote", "hybrid"], relocates: false },
    ...{ availability: "weeks", salaryWish: "", salaryCurrency: "", links: [], claims: [] },
  });
  await saveConsent(actor, {
    ...{ discoverability: "verified", blind, ranked: true, bands: skills, evidence: skills },
  });
}
