import { db } from "@/lib/platform/db";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { buildContent } from "./build-content";
import type { MatchContent } from "./match-content";

/** What matching reads of a person as he is now; null where he is no candidate. */
export async function readContent(userId: string, now = new Date()): Promise<MatchContent | null> {
  const [found, skills] = await Promise.all([
    db().candidate.findUnique({
      where: { userId },
      include: {
        ...{ texts: true, skills: true },
        user: { select: { name: true, skillEstimates: true } },
      },
    }),
    listSkills(),
  ]);
  if (!found) return null;
  const { user, ...candidate } = found;
  return buildContent(
    { ...candidate, name: user.name, estimates: user.skillEstimates },
    titlesOf(skills),
    now.toISOString().slice(0, 7),
  );
}
