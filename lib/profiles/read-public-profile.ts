import { z } from "zod";
import { localeField } from "@/lib/accounts/fields";
import { localized } from "@/lib/content/schemas";
import { bilingual } from "@/lib/credentials/credential-input";
import { LEVELS } from "@/lib/measurement/parameters";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { shownBand, shownEstimate } from "@/lib/skills/shown-estimate";

/**
 * What everybody may see of the person at an address, and not a field more. One answer for an
 * address that nobody has, has no more, or has switched off, and for people who are shut out.
 * Throws profile_not_found.
 */
export async function readPublicProfile(handle: string) {
  const now = new Date();
  const found = await db().profileHandle.findFirst({
    where: {
      ...{ handle, retiredAt: null },
      user: { disabledAt: null, eraseAt: null, publicProfile: { enabled: true } },
    },
    select: {
      user: {
        select: {
          ...{ id: true, publicProfile: true, shownSkills: { select: { skillSlug: true } } },
          shownCredentials: {
            where: {
              credential: {
                revokedAt: null,
                OR: [{ validUntil: null }, { validUntil: { gt: now } }],
              },
            },
            select: {
              credential: {
                select: { id: true, title: true, level: true, issuedAt: true, validUntil: true },
              },
            },
            orderBy: { credential: { issuedAt: "desc" } },
          },
        },
      },
    },
  });
  const profile = found?.user.publicProfile;
  if (!found || !profile) throw notFound("profile_not_found");
  const slugs = found.user.shownSkills.map(({ skillSlug }) => skillSlug);
  const { displayName, headlineEn, headlineZh, showHistory, indexed } = profile;
  return {
    ...{ handle, displayName, indexed },
    languages: z.array(localeField).parse(profile.languages),
    headline: { en: headlineEn, zh: headlineZh },
    skills: await skillsOf(found.user.id, slugs, showHistory),
    credentials: found.user.shownCredentials.map(({ credential }) => ({
      ...credential,
      title: bilingual.parse(credential.title),
      level: LEVELS.find((level) => level === credential.level) ?? "novice",
    })),
  };
}
export type PublicProfile = Awaited<ReturnType<typeof readPublicProfile>>;

/** The skills that are shown and measured, in the order of the skill map. */
async function skillsOf(userId: string, slugs: string[], withHistory: boolean) {
  const [skills, estimates, points] = await Promise.all([
    db().skill.findMany({ where: { slug: { in: slugs } }, orderBy: { position: "asc" } }),
    db().skillEstimate.findMany({ where: { userId, skillSlug: { in: slugs } } }),
    withHistory
      ? db().skillEstimatePoint.findMany({
          where: { userId, skillSlug: { in: slugs } },
          orderBy: [{ at: "asc" }, { id: "asc" }],
        })
      : [],
  ]);
  const known = new Map(estimates.map((row) => [row.skillSlug, row]));
  return skills.flatMap(({ slug, title }) => {
    const row = known.get(slug);
    if (!row) return [];
    const { level, low, high, reached, above } = shownEstimate(row);
    return [
      {
        ...{ slug, title: localized.parse(title), band: { level, low, high } },
        reached: reached && { level: reached, probability: above[reached] },
        measuredAt: row.computedAt,
        history: points
          .filter(({ skillSlug }) => skillSlug === slug)
          .map((point) => ({ at: point.at, ...shownBand(point) })),
      },
    ];
  });
}
