import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { RECRUITING } from "@/lib/organisations/membership";
import { type Db, db } from "@/lib/platform/db";
import { InputError, notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { openingChanged } from "./opening-changed";
import { type OpeningFields, type OpeningSkillInput, openingFields } from "./opening-fields";
import { type OpeningRef, ownOpening } from "./opening-where";
import { publishProblems } from "./publish-problems";

/**
 * Keeps an opening as the editor sends it. One that is open stays fit to be public, and the change
 * is audited. Throws InputError, opening_not_found or opening_closed.
 */
export async function saveOpening(actor: Actor, ref: OpeningRef, input: unknown): Promise<void> {
  const { skills, ...fields } = parseFields(openingFields, input);
  await db().$transaction(async (tx) => {
    const before = await tx.opening.findFirst({
      where: ownOpening(actor, ref, RECRUITING),
      include: { skills: true },
    });
    if (!before) throw notFound("opening_not_found");
    await requireKnown(tx, skills);
    if (before.status === "open") {
      const problems = publishProblems({ ...fields, skills });
      if (problems.length > 0) throw new InputError(problems);
    }
    await tx.opening.update({ where: { id: before.id }, data: fields });
    await tx.openingSkill.deleteMany({ where: { openingId: before.id } });
    await tx.openingSkill.createMany({
      data: skills.map(({ slug, ...one }) => ({ openingId: before.id, skillSlug: slug, ...one })),
    });
    if (before.status === "open") {
      await recordAudit(tx, actor, {
        ...{ action: "opening.changed", subject: `organisation:${before.organisationId}` },
        data: { opening: before.id, fields: changedFields(before, { ...fields, skills }) },
      });
    }
    await openingChanged(tx, before.id);
  });
}

async function requireKnown(tx: Db, skills: OpeningSkillInput[]): Promise<void> {
  const slugs = skills.map(({ slug }) => slug);
  const known = await tx.skill.count({ where: { slug: { in: slugs } } });
  if (known !== slugs.length) throw new InputError([{ path: "skills", code: "skill_not_found" }]);
}

type Before = Record<keyof Omit<OpeningFields, "skills">, unknown> & {
  skills: { skillSlug: string; level: number; weight: number; must: boolean }[];
};

/** Names of what is different now; what it says may be long, and is in the opening. */
function changedFields(before: Before, { skills, ...after }: OpeningFields): string[] {
  const told = (value: unknown) => JSON.stringify(value, sortedKeys);
  const names = (Object.keys(after) as (keyof typeof after)[]).filter(
    (name) => told(before[name]) !== told(after[name]),
  );
  const line = (slug: string, one: Omit<OpeningSkillInput, "slug">) =>
    `${slug} ${one.level} ${one.weight} ${one.must}`;
  const was = before.skills.map((one) => line(one.skillSlug, one)).sort();
  const is = skills.map((one) => line(one.slug, one)).sort();
  return was.join("\n") === is.join("\n") ? names : [...names, "skills"];
}

/** Keys of objects come back from the database in another order. */
const sortedKeys = (_: string, value: unknown) =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
