import type { Actor } from "@/lib/auth/actor";
import { RECRUITING, verifiedMemberOf } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { listSkills } from "@/lib/skills/list-skills";
import { listRankings } from "./list-rankings";

/** As many of the last rankings are offered again; the others stand on a page of their own. */
const RECENT = 10;

/** What the search page offers: the openings to rank for, the skills, and what was asked last. */
export async function readSearchPage(actor: Actor, slug: string) {
  const organisation = await db().organisation.findFirst({
    where: { AND: [{ slug }, verifiedMemberOf(actor, RECRUITING)] },
    select: { id: true },
  });
  if (!organisation) throw notFound("organisation_not_found");
  const { id: organisationId } = organisation;
  const [openings, { rankings, next }, skills] = await Promise.all([
    db().opening.findMany({
      where: { organisationId, status: { not: "closed" }, skills: { some: {} } },
      select: { id: true, titleEn: true, titleZh: true },
      orderBy: { createdAt: "desc" },
    }),
    listRankings(actor, slug, { limit: RECENT }),
    listSkills(),
  ]);
  return { openings, skills, rankings, moreRankings: next !== null };
}
export type SearchPageData = Awaited<ReturnType<typeof readSearchPage>>;
