import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { localized } from "@/lib/content/schemas";
import type { VerdictWord } from "@/lib/grading/events";
import { cursorTime, decodeCursor, encodeCursor } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";

export type SubmissionFilter = {
  challenge?: string;
  verdict?: VerdictWord;
  cursor?: string;
  limit: number;
};

const position = z.object({ at: cursorTime, id: z.uuid() });

/** The actor's own submissions, newest first, a page at a time. */
export async function listSubmissions(actor: Actor, filter: SubmissionFilter) {
  const { userId } = requireUser(actor);
  const rows = await db().submission.findMany({
    where: {
      AND: [
        { userId },
        filter.challenge ? { challenge: { slug: filter.challenge } } : {},
        filter.verdict ? { verdict: filter.verdict } : {},
        filter.cursor ? before(filter.cursor) : {},
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: filter.limit + 1,
    select: {
      id: true,
      status: true,
      verdict: true,
      score: true,
      createdAt: true,
      finishedAt: true,
      challenge: { select: { slug: true } },
      challengeVersion: { select: { manifest: true } },
    },
  });
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  const more = rows.length > filter.limit && last !== undefined;
  return {
    items: page.map((row) => ({
      id: row.id,
      challenge: row.challenge.slug,
      title: z.object({ title: localized }).parse(row.challengeVersion.manifest).title,
      status: row.status,
      verdict: row.verdict,
      score: row.score,
      createdAt: row.createdAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
    })),
    nextCursor: more ? encodeCursor({ at: last.createdAt.toISOString(), id: last.id }) : null,
  };
}

function before(cursor: string) {
  const { at, id } = decodeCursor(cursor, position);
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
}
