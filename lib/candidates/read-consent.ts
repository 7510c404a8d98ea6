import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { cutPage, decodeCursor } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { listSkills } from "@/lib/skills/list-skills";
import { shownBand } from "@/lib/skills/shown-estimate";

const keySchema = z.object({ id: z.uuid() });

/** Changes on a page. */
const SIZE = 20;

/**
 * What the actor agreed to, what he could show, and a page of what he changed: the last, or those
 * before a marker.
 */
export async function readConsent(actor: Actor, { before }: { before?: string | undefined } = {}) {
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
        consents: {
          where: before ? { id: { lt: decodeCursor(before, keySchema).id } } : {},
          ...{ orderBy: { id: "desc" }, take: SIZE + 1 },
        },
        demographics: true,
      },
    }),
    db().skillEstimate.findMany({ where: { userId } }),
    listSkills(),
  ]);
  const known = new Map(estimates.map((one) => [one.skillSlug, one]));
  const shown = new Map((row?.skills ?? []).map((one) => [one.skillSlug, one]));
  const changes = cutPage(row?.consents ?? [], SIZE, ({ id }) => ({ id }));
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
    earlier: changes.next,
    changes: changes.page.map(({ id, consent, value, at }) => ({
      id,
      consent,
      value,
      at,
    })),
    demographics: row?.demographics ?? null,
  };
}

export type OwnConsent = Awaited<ReturnType<typeof readConsent>>;
