import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

const SHOWN = 100;

/** Reports of abuse for admins: the open ones, oldest first, and the newest decided ones. */
export async function listReports(actor: Actor) {
  requireAdmin(actor);
  const include = {
    reporter: { select: { name: true, email: true } },
    organisation: { select: { name: true, slug: true, status: true } },
    opening: { select: { titleEn: true, titleZh: true, status: true } },
    // What was reported has to be read to be judged.
    message: { select: { text: true, fromCandidate: true, at: true } },
  } as const;
  const [open, decided] = await Promise.all([
    db().abuseReport.findMany({
      where: { status: "open" },
      orderBy: { id: "asc" },
      take: SHOWN,
      include,
    }),
    db().abuseReport.findMany({
      where: { status: { not: "open" } },
      orderBy: { decidedAt: "desc" },
      take: SHOWN,
      include,
    }),
  ]);
  return { open, decided };
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>["open"][number];
