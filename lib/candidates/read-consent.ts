import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { listSkills } from "@/lib/skills/list-skills";
import { shownBand } from "@/lib/skills/shown-estimate";

const LATEST = 20;

/** What the actor agreed to, what he could show, and what he changed last. */
export async function readConsent(actor: Actor) {
  const { userId } = requireSession(actor);
  const [row, estimates, skills] = await Promise.all([
    db().candidate.findUnique({
      where: { userId },
      include: {
        skills: true,
        organisations: {
          include: { organisation: { select: { id: true, name: true, domain: true } } },
          orderBy: { createdAt: "asc" },
        },
        consents: { orderBy: { id: "desc" }, take: LATEST },
        demographics: true,
      },
    }),
    db().skillEstimate.findMany({ where: { userId } }),
    listSkills(),
  ]);
  const known = new Map(estimates.map((one) => [one.skillSlug, one]));
  const shown = new Map((row?.skills ?? []).map((one) => [one.skillSlug, one]));
  return {
    discoverability: row?.discoverability ?? "nobody",
    ...{ blind: row?.blind ?? true, ranked: row?.ranked ?? false },
    /** Measured, or shown before they were. */
    skills: skills
      .filter(({ slug }) => known.has(slug) || shown.get(slug)?.showsBand)
      .map(({ slug, title }) => {
        const estimate = known.get(slug);
        const { showsBand = false, showsEvidence = false } = shown.get(slug) ?? {};
        return {
          slug,
          title,
          band: estimate ? shownBand(estimate) : null,
          showsBand,
          showsEvidence,
        };
      }),
    organisations: (row?.organisations ?? []).map(({ kind, organisation }) => ({
      ...{ kind, ...organisation },
    })),
    changes: (row?.consents ?? []).map(({ id, consent, value, at }) => ({
      id,
      consent,
      value,
      at,
    })),
    demographics: row?.demographics ?? null,
  };
}

export type OwnConsent = Awaited<ReturnType<typeof readConsent>>;
