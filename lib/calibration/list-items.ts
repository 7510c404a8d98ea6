import type { Actor } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/policies";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import type { CalibratedItem } from "@/lib/platform/prisma/client";
import { activeModel } from "@/lib/skills/active-model";
import { Z_90 } from "@/lib/skills/mean-band";
import { itemConcerns } from "./item-concerns";
import { type ItemReport, itemReport } from "./item-report";

/** How every published challenge does, as the last run found it. */
export async function listItems(actor: Actor) {
  requireStaff(actor);
  const [challenges, reports, run, { calibrationId, parameters }] = await Promise.all([
    db().challenge.findMany({
      where: { currentVersionId: { not: null } },
      select: { slug: true, currentVersion: { select: { manifest: true } } },
    }),
    db().itemReport.findMany(),
    lastRun(),
    activeModel(db()),
  ]);
  const reportOf = new Map(
    reports.map(({ challengeSlug, report }) => [challengeSlug, itemReport.parse(report)]),
  );
  return {
    computedAt: run?.finishedAt?.toISOString() ?? null,
    /** Whether the difficulties that are shown are those that people are measured by. */
    inUse: run?.calibrationId !== null && run?.calibrationId === calibrationId,
    items: challenges.map(({ slug, currentVersion }) => {
      const { title, kind, skills, difficulty } = challengeManifest.parse(currentVersion?.manifest);
      const report: ItemReport | null = reportOf.get(slug) ?? null;
      const rows = run?.calibration?.items.filter(({ challengeSlug }) => challengeSlug === slug);
      const row = mainRow(rows ?? [], skills);
      return {
        ...{ slug, title, kind, difficulty, report },
        calibrated: row && shownRow(row),
        concerns: itemConcerns(report, rows ?? [], parameters),
      };
    }),
  };
}
export type ItemList = Awaited<ReturnType<typeof listItems>>;
export type ItemSummary = ItemList["items"][number];

/** The latest finished look at the items, with what it calibrated. */
export const lastRun = () =>
  db().measurementRun.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: { finishedAt: "desc" },
    include: { calibration: { include: { items: true } } },
  });

/** An item's row on the skill that it bears on most. */
export function mainRow(
  rows: readonly CalibratedItem[],
  skills: readonly { slug: string; weight: number }[],
): CalibratedItem | null {
  const weightOf = new Map(skills.map(({ slug, weight }) => [slug, weight]));
  const weight = ({ skillSlug }: CalibratedItem) => weightOf.get(skillSlug) ?? 0;
  return rows.toSorted((a, b) => weight(b) - weight(a))[0] ?? null;
}

/** A calibrated item as authors see it: the difficulty with its interval, the discrimination itself. */
export function shownRow(row: CalibratedItem) {
  const { skillSlug, difficulty, difficultySd, logDiscrimination, logDiscriminationSd } = row;
  const { learners, priorShare, infit, outfit, freed } = row;
  return {
    skill: skillSlug,
    ...{ learners, priorShare, infit, outfit, difficulty },
    low: difficulty - Z_90 * difficultySd,
    high: difficulty + Z_90 * difficultySd,
    isMoved: freed !== "none",
    /** Only where the data may say something of it. */
    discrimination:
      freed === "both"
        ? {
            value: Math.exp(logDiscrimination),
            low: Math.exp(logDiscrimination - Z_90 * logDiscriminationSd),
            high: Math.exp(logDiscrimination + Z_90 * logDiscriminationSd),
          }
        : null,
  };
}
