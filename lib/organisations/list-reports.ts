import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { cutPage, decodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";

const keySchema = z.object({ id: z.uuid() });

type Query = { decided?: boolean; cursor?: string | undefined; limit?: number };

/**
 * Reports of abuse for admins: the open ones, the longest waiting first, or the decided ones, the
 * newest first.
 */
export async function listReports(actor: Actor, { decided = false, cursor, limit }: Query = {}) {
  requireAdmin(actor);
  const size = pageSize.parse(limit);
  const last = cursor && decodeCursor(cursor, keySchema).id;
  const [rows, open] = await Promise.all([
    db().abuseReport.findMany({
      where: {
        status: decided ? { not: "open" } : "open",
        ...(last && { id: decided ? { lt: last } : { gt: last } }),
      },
      orderBy: { id: decided ? "desc" : "asc" },
      take: size + 1,
      include: {
        reporter: { select: { name: true, email: true } },
        organisation: { select: { name: true, slug: true, status: true } },
        opening: { select: { titleEn: true, titleZh: true, status: true } },
        // What was reported has to be read to be judged.
        message: { select: { text: true, fromCandidate: true, at: true } },
      },
    }),
    db().abuseReport.count({ where: { status: "open" } }),
  ]);
  const { page, next } = cutPage(rows, size, ({ id }) => ({ id }));
  return { reports: page, next, open };
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>["reports"][number];
