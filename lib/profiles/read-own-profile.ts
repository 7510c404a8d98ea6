import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { localized } from "@/lib/content/schemas";
import { listCredentials } from "@/lib/credentials/read-credential";
import { db } from "@/lib/platform/db";
import { shownBand } from "@/lib/skills/shown-estimate";

/** The actor's public profile as he left it, and all that he could show on it. */
export async function readOwnProfile(actor: Actor) {
  const { userId } = requireUser(actor);
  const [user, skills, credentials] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        ...{ name: true, locale: true, publicProfile: { omit: { userId: true } } },
        profileHandles: { where: { retiredAt: null }, select: { handle: true } },
        shownSkills: { select: { skillSlug: true } },
        shownCredentials: { select: { credentialId: true } },
        skillEstimates: true,
      },
    }),
    db().skill.findMany({ orderBy: { position: "asc" } }),
    listCredentials(actor),
  ]);
  const shown = new Set(user.shownSkills.map(({ skillSlug }) => skillSlug));
  const held = new Set(user.shownCredentials.map(({ credentialId }) => credentialId));
  const known = new Map(user.skillEstimates.map((row) => [row.skillSlug, row]));
  return {
    handle: user.profileHandles[0]?.handle ?? null,
    settings: user.publicProfile ?? {
      ...{ enabled: false, displayName: user.name, headlineEn: "", headlineZh: "" },
      ...{ languages: [user.locale], showHistory: false, indexed: false },
    },
    /** Measured, or chosen before they were. */
    skills: skills
      .filter(({ slug }) => known.has(slug) || shown.has(slug))
      .map(({ slug, title }) => {
        const row = known.get(slug);
        const band = row ? shownBand(row) : null;
        return { slug, title: localized.parse(title), band, shown: shown.has(slug) };
      }),
    credentials: credentials
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ id, title, level, issuedAt }) => ({
        ...{ id, title, level, issuedAt, shown: held.has(id) },
      })),
  };
}
export type OwnProfile = Awaited<ReturnType<typeof readOwnProfile>>;
