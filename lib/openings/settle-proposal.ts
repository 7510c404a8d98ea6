import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { RECRUITING } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { openingChanged } from "./opening-changed";
import { type OpeningRef, ownOpening } from "./opening-where";
import { type OpeningProposal, openingProposal, type ProposedFacts } from "./proposal/proposal";

/** Facts that are confirmed one by one; pay is one of them. */
export const PROPOSED_FACTS = [
  "title",
  "place",
  "workPlaces",
  "experience",
  "pay",
  "languages",
] as const;
export type ProposedFact = (typeof PROPOSED_FACTS)[number];

const settleFields = z.object({
  /** Slugs of the proposed skills that are taken. */
  skills: z.array(z.string().max(64)).max(200),
  facts: z.array(z.enum(PROPOSED_FACTS)),
  /** Whether the pasted text becomes the opening's. */
  text: z.boolean(),
});

/**
 * Takes of a proposal what its reader confirmed, and forgets the rest. A proposal that could not be
 * made leaves the text alone. Throws opening_not_found, or conflict while it is being made.
 */
export async function settleProposal(actor: Actor, ref: OpeningRef, input: unknown): Promise<void> {
  const wanted = parseFields(settleFields, input);
  await db().$transaction(async (tx) => {
    const opening = await tx.opening.findFirst({
      where: { ...ownOpening(actor, ref, RECRUITING), proposal: { isNot: null } },
      select: { id: true, proposal: true },
    });
    if (!opening?.proposal) throw notFound("opening_not_found");
    const { status, text } = opening.proposal;
    if (status === "waiting") throw new DomainError("conflict", "proposal_waits");
    const found = status === "proposed" ? openingProposal.parse(opening.proposal.proposal) : null;
    const suffix = found?.locale === "zh" || (!found && /\p{Script=Han}/u.test(text)) ? "Zh" : "En";
    await tx.opening.update({
      where: { id: opening.id },
      data: {
        ...(wanted.text && { [`text${suffix}`]: text }),
        ...(found && factsOf(found.facts, wanted.facts, suffix)),
      },
    });
    if (found) {
      await tx.openingSkill.createMany({
        data: skillsOf(opening.id, found, wanted.skills),
        skipDuplicates: true,
      });
    }
    await tx.openingProposal.delete({ where: { openingId: opening.id } });
    await openingChanged(tx, opening.id);
  });
}

function factsOf(facts: ProposedFacts, wanted: ProposedFact[], suffix: "En" | "Zh") {
  const { title, payMin, payMax, payCurrency, payPeriod, ...rest } = facts;
  const taken = wanted.filter(
    (name) => name !== "title" && name !== "pay",
  ) as (keyof typeof rest)[];
  return {
    ...Object.fromEntries(taken.map((name) => [name, rest[name]])),
    ...(wanted.includes("title") && { [`title${suffix}`]: title }),
    ...(wanted.includes("pay") && { payMin, payMax, payCurrency, payPeriod }),
  };
}

const MUST_WEIGHT = 2;

const skillsOf = (openingId: string, { skills }: OpeningProposal, wanted: string[]) =>
  skills
    .filter(({ slug }) => wanted.includes(slug))
    .map(({ slug, level, must }) => ({
      ...{ openingId, skillSlug: slug, level, must, weight: must ? MUST_WEIGHT : 1 },
    }));
