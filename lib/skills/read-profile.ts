import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { meanBand } from "./mean-band";
import { type ShownEstimate, shownEstimate } from "./shown-estimate";

type Localized = { en: string; zh: string };
type Named = { slug: string; title: Localized };

export type PillarView = {
  slug: string;
  measured: (Named & { estimate: ShownEstimate })[];
  /** Skills that nothing is known of yet. */
  unmeasured: Named[];
  /** Mean of the measured skills, with the band of that mean; null where none is measured. */
  summary: { level: number; low: number; high: number } | null;
};

/** The actor's skills by pillar, in the order of the skill map. */
export async function readProfile(actor: Actor): Promise<PillarView[]> {
  const { userId } = requireUser(actor);
  const [skills, estimates] = await Promise.all([
    db().skill.findMany({ orderBy: { position: "asc" } }),
    db().skillEstimate.findMany({ where: { userId } }),
  ]);
  const known = new Map(estimates.map((row) => [row.skillSlug, row]));
  const slugs = [...new Set(skills.map(({ pillar }) => pillar))];
  return slugs.map((slug) => {
    const own = skills.filter(({ pillar }) => pillar === slug);
    const rows = own.flatMap((skill) => known.get(skill.slug) ?? []);
    return {
      slug,
      measured: own.flatMap((skill) => {
        const row = known.get(skill.slug);
        return row ? [{ ...named(skill), estimate: shownEstimate(row) }] : [];
      }),
      unmeasured: own.filter((skill) => !known.has(skill.slug)).map(named),
      summary: meanBand(rows),
    };
  });
}

const named = ({ slug, title }: { slug: string; title: unknown }): Named => ({
  slug,
  title: localized.parse(title),
});
