import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { parseFields } from "@/lib/platform/parse-fields";
import { candidateChanged } from "./candidate-changed";
import { candidateFields } from "./candidate-fields";
import { CLAIMED } from "./claims";

/**
 * Keeps what the actor tells of himself in place of what he told before. Whether anybody finds him
 * by it is his consent's matter (see save-consent.ts). Throws InputError.
 */
export async function saveCandidate(actor: Actor, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const { texts, claims, ...facts } = parseFields(candidateFields, input);
  await db().$transaction(async (tx) => {
    await tx.candidate.upsert({
      where: { userId },
      create: { userId, ...facts },
      update: facts,
    });
    for (const locale of ["en", "zh"] as const) {
      await tx.candidateText.upsert({
        where: { userId_locale: { userId, locale } },
        create: { userId, locale, ...texts[locale] },
        update: texts[locale],
      });
    }
    await keepClaims(
      tx,
      userId,
      new Map(claims.map(({ skill, level }) => [skill, CLAIMED[level]])),
    );
    await candidateChanged(tx, userId);
  });
}

/** What is shown of a skill stays as it is; what is neither claimed nor shown has no row. */
async function keepClaims(tx: Db, userId: string, claims: Map<string, number>): Promise<void> {
  await tx.candidateSkill.updateMany({ where: { userId }, data: { claimedLevel: null } });
  const known = await tx.skill.findMany({
    where: { slug: { in: [...claims.keys()] } },
    select: { slug: true },
  });
  for (const { slug } of known) {
    const claimedLevel = claims.get(slug) ?? null;
    await tx.candidateSkill.upsert({
      where: { userId_skillSlug: { userId, skillSlug: slug } },
      create: { userId, skillSlug: slug, claimedLevel },
      update: { claimedLevel },
    });
  }
  await tx.candidateSkill.deleteMany({
    where: { userId, claimedLevel: null, showsBand: false, showsEvidence: false },
  });
}
