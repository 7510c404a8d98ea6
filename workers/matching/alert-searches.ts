import { visibleTo } from "@/lib/candidates/findable-by";
import { sendMail } from "@/lib/mail/send-mail";
import { rankedResults } from "@/lib/matching/rankings/ranking-record";
import { savedQuery } from "@/lib/matching/searches/save-search";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import type { SavedSearch } from "@/lib/platform/prisma/client";
import { rankCandidates } from "./rank-candidates";

/** As many in one sweep; the rest waits for the next. */
const BATCH = 20;

/** Runs the saved searches with alerts that were not looked at for a day, and tells of who is new. */
export async function alertSearches(now = new Date()): Promise<void> {
  const due = await db().savedSearch.findMany({
    where: {
      ...{ alerts: true, lookedAt: { lt: new Date(now.getTime() - DAY_MS) } },
      organisation: { status: "verified" },
    },
    orderBy: { lookedAt: "asc" },
    take: BATCH,
  });
  for (const search of due) {
    // Claimed first: of two workers one looks.
    const { count } = await db().savedSearch.updateMany({
      where: { id: search.id, lookedAt: search.lookedAt },
      data: { lookedAt: now },
    });
    if (count === 1) await look(search);
  }
}

async function look({ id, organisationId, userId, name, query, found }: SavedSearch) {
  const member = await db().member.findFirst({
    where: { organisationId, userId, role: { not: "hiring_manager" } },
    include: { user: true, organisation: { select: { slug: true } } },
  });
  if (!member) return;
  const { openingId, request } = savedQuery.parse(query);
  const ranking = await db().ranking.create({
    data: { organisationId, openingId, request, askedById: userId },
  });
  await rankCandidates(ranking.id);
  const row = await db().ranking.findUniqueOrThrow({ where: { id: ranking.id } });
  const results = rankedResults.parse(row.results ?? []);
  const before = new Set(found);
  const fresh = results.map((one) => one.userId).filter((one) => !before.has(one));
  const visible = await db().candidate.count({
    where: { userId: { in: fresh }, ...visibleTo(organisationId, openingId) },
  });
  await db().savedSearch.update({
    where: { id },
    data: { found: results.map((one) => one.userId) },
  });
  if (visible === 0) return;
  const { user, organisation } = member;
  await sendMail(userId, user.email, {
    ...{ kind: "searchFound", locale: user.locale },
    path: `/hire/${organisation.slug}/rankings/${ranking.id}`,
    params: { name, count: String(visible) },
  });
}
