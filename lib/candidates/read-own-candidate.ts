import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { listSkills } from "@/lib/skills/list-skills";
import type { CandidateFields } from "./candidate-fields";
import { wordOfClaim } from "./claims";
import { profileLinks, type ResumeParts, resumeParts, spokenLanguages } from "./resume-parts";

const NOTHING: ResumeParts = {
  ...{ headline: "", summary: "", work: [], education: [], projects: [] },
};

/** What the actor told of himself, as its form shows it, and the skills that he may claim. */
export async function readOwnCandidate(actor: Actor) {
  const { userId } = requireSession(actor);
  const [row, user, skills] = await Promise.all([
    db().candidate.findUnique({
      where: { userId },
      include: { texts: true, skills: { where: { claimedLevel: { not: null } } } },
    }),
    db().user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } }),
    listSkills(),
  ]);
  const textIn = (locale: string): ResumeParts => {
    const found = row?.texts.find((text) => text.locale === locale);
    return found ? resumeParts.parse(found) : NOTHING;
  };
  const fields = {
    texts: { en: textIn("en"), zh: textIn("zh") },
    ...{ place: row?.place ?? "", country: row?.country ?? "" },
    ...{ workPlaces: row?.workPlaces ?? [], relocates: row?.relocates ?? false },
    availability: row?.availability ?? "not_looking",
    ...{ salaryWish: row?.salaryWish ?? null, salaryCurrency: row?.salaryCurrency ?? "" },
    languages: spokenLanguages.parse(row?.languages ?? []),
    links: profileLinks.parse(row?.links ?? []),
    claims: (row?.skills ?? []).map(({ skillSlug, claimedLevel }) => ({
      ...{ skill: skillSlug, level: wordOfClaim(claimedLevel ?? 0) },
    })),
  } satisfies CandidateFields;
  return {
    fields,
    ...{ name: user.name, email: user.email },
    discoverability: row?.discoverability ?? "nobody",
    isNew: row === null,
    skills: skills.map(({ slug, title, pillar }) => ({ slug, title, pillar })),
  };
}

export type OwnCandidate = Awaited<ReturnType<typeof readOwnCandidate>>;
