import type { Actor } from "@/lib/auth/actor";
import { mayRecruit } from "@/lib/organisations/may-recruit";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { weightsOf } from "./match-weights";
import { askedLanguages } from "./opening-fields";
import { type OpeningRef, ownOpening } from "./opening-where";
import { openingProposal } from "./proposal/proposal";
import { publishProblems } from "./publish-problems";
import { wordingWarnings } from "./wording/wording-warnings";

/** An opening for its organisation's members, as the editor needs it. Throws opening_not_found. */
export async function readOpening(actor: Actor, ref: OpeningRef) {
  const where = ownOpening(actor, ref);
  const found = await db().opening.findFirst({
    where,
    include: {
      skills: { orderBy: [{ must: "desc" }, { weight: "desc" }, { skillSlug: "asc" }] },
      proposal: true,
      organisation: {
        select: { id: true, slug: true, name: true, status: true, blind: true },
      },
    },
  });
  if (!found) throw notFound("opening_not_found");
  const [skills, warnings, edits] = await Promise.all([
    listSkills(),
    wordingWarnings(found),
    mayRecruit(actor, found.organisation.id),
  ]);
  const title = titlesOf(skills);
  const { organisation, proposal, ...opening } = found;
  return {
    ...opening,
    languages: askedLanguages.parse(opening.languages),
    weights: weightsOf(opening.weights),
    skills: opening.skills.map(({ skillSlug, level, weight, must }) => ({
      ...{ slug: skillSlug, title: title(skillSlug), level, weight, must },
    })),
    /** The rest of the map, to add from. */
    otherSkills: skills.filter(({ slug }) => !opening.skills.some((one) => one.skillSlug === slug)),
    organisation: {
      ...{ slug: organisation.slug, name: organisation.name, blind: organisation.blind },
      verified: organisation.status === "verified",
    },
    /** Whether the actor may change it; hiring managers read. */
    edits,
    proposal: proposal && {
      ...{ status: proposal.status, text: proposal.text },
      found: proposal.proposal === null ? null : named(proposal.proposal, title),
    },
    problems: publishProblems(opening),
    warnings,
  };
}
export type OwnOpening = Awaited<ReturnType<typeof readOpening>>;

function named(kept: unknown, title: ReturnType<typeof titlesOf>) {
  const { skills, ...rest } = openingProposal.parse(kept);
  return { ...rest, skills: skills.map((one) => ({ ...one, title: title(one.slug) })) };
}
