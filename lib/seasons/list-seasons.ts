import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";

const titled = z.object({ title: localized });

/** Every season that is not closed, soonest end first, with how much was handed in. */
export async function listSeasons(actor: Actor) {
  requireAdmin(actor);
  const rows = await db().season.findMany({
    where: { closedAt: null },
    orderBy: { closesAt: "asc" },
    include: {
      challenge: { select: { slug: true } },
      challengeVersion: { select: { manifest: true } },
      _count: { select: { submissions: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    challenge: row.challenge.slug,
    title: titled.parse(row.challengeVersion.manifest).title,
    number: row.number,
    openedAt: row.openedAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    prepared: row.preparedAt !== null,
    submissions: row._count.submissions,
  }));
}
