import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { parseFields } from "@/lib/platform/parse-fields";
import { candidateChanged } from "./candidate-changed";
import { consentFields } from "./consent";
import { recordConsents } from "./record-consents";

/** Keeps what the actor agrees to, and notes each change of it. It holds from the next read on. */
export async function saveConsent(actor: Actor, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const { bands, evidence, ...terms } = parseFields(consentFields, input);
  await db().$transaction(async (tx) => {
    const before = await tx.candidate.upsert({
      where: { userId },
      create: { userId },
      update: {},
      select: { discoverability: true, blind: true, ranked: true },
    });
    await tx.candidate.update({ where: { userId }, data: terms });
    await recordConsents(tx, userId, before, terms);
    await showSkills(tx, userId, new Set(bands), new Set(evidence));
    await candidateChanged(tx, userId);
  });
}

/** Nobody finds the actor from now on, and no program ranks him. What he wrote stays his. */
export async function withdrawConsent(actor: Actor): Promise<void> {
  const { userId } = requireSession(actor);
  const terms = { discoverability: "nobody", ranked: false } as const;
  await db().$transaction(async (tx) => {
    const before = await tx.candidate.findUnique({
      where: { userId },
      select: { discoverability: true, ranked: true },
    });
    if (!before) return;
    await tx.candidate.update({ where: { userId }, data: terms });
    await recordConsents(tx, userId, before, terms);
    await candidateChanged(tx, userId);
  });
}

async function showSkills(tx: Db, userId: string, bands: Set<string>, evidence: Set<string>) {
  const skills = await tx.skill.findMany({ select: { slug: true } });
  const rows = await tx.candidateSkill.findMany({ where: { userId } });
  const known = new Map(rows.map((row) => [row.skillSlug, row]));
  for (const { slug } of skills) {
    const shown = { showsBand: bands.has(slug), showsEvidence: evidence.has(slug) };
    const { showsBand, showsEvidence } = known.get(slug) ?? {
      ...{ showsBand: false, showsEvidence: false },
    };
    if (shown.showsBand === showsBand && shown.showsEvidence === showsEvidence) continue;
    await tx.candidateSkill.upsert({
      where: { userId_skillSlug: { userId, skillSlug: slug } },
      create: { userId, skillSlug: slug, ...shown },
      update: shown,
    });
    await recordConsents(
      tx,
      userId,
      { [`skill:${slug}`]: { showsBand, showsEvidence } },
      { [`skill:${slug}`]: shown },
    );
  }
  await tx.candidateSkill.deleteMany({
    where: { userId, claimedLevel: null, showsBand: false, showsEvidence: false },
  });
}
