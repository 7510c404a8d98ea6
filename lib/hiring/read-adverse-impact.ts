import type { Actor } from "@/lib/auth/actor";
import { isAdmin } from "@/lib/auth/policies";
import { memberOf } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { aboveMedian, type ImpactTable, impactTable, KINDS, type Person } from "./adverse-impact";
import { type Consideration, readConsidered, readScored } from "./considered-people";
import { GROUP_MIN } from "./hide-small";

export const PERIODS = [3, 12] as const;

type Asked = { slug: string; openingId?: string; months: (typeof PERIODS)[number] };

export type Measure = {
  considered: number;
  /** Null where fewer than ten were selected, or fewer than ten were not. */
  tables: ImpactTable[] | null;
};

/**
 * Selection rates and scoring rates by group, of whole months that are over: no member sees what a
 * single step of his changes. Owners and admins. Throws organisation_not_found or not_found.
 */
export async function readAdverseImpact(actor: Actor, { slug, openingId, months }: Asked) {
  const where = isAdmin(actor) ? { slug } : { AND: [{ slug }, memberOf(actor, ["owner"])] };
  const organisation = await db().organisation.findFirst({
    where,
    select: {
      ...{ id: true, name: true },
      openings: { select: { id: true, titleEn: true, titleZh: true }, orderBy: { id: "desc" } },
    },
  });
  if (!organisation) throw notFound("organisation_not_found");
  const { id: organisationId, name, openings } = organisation;
  const wanted = openingId ? requireId(openingId) : null;
  if (wanted && !openings.some(({ id }) => id === wanted)) throw notFound();
  const { from, until } = wholeMonths(months, new Date());
  const asked: Consideration = { organisationId, openingId: wanted, from, until };
  const [considered, scored] = await Promise.all([readConsidered(asked), readScored(asked)]);
  return {
    ...{ id: organisationId, name, openings, from, until },
    selection: measure(considered),
    scoring: measure(scored.flatMap(aboveMedian).filter(({ counts }) => counts)),
  };
}

function measure(people: Person[]): Measure {
  const selected = people.filter((person) => person.selected).length;
  const enough = Math.min(selected, people.length - selected) >= GROUP_MIN;
  const tables = enough ? KINDS.map((kind) => impactTable(people, kind)) : null;
  return { considered: people.length, tables };
}

/** The last months that are over. */
export function wholeMonths(months: number, now: Date): { from: Date; until: Date } {
  const start = (back: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
  return { from: start(months), until: start(0) };
}
