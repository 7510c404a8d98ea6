import type { Actor } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/policies";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { activeModel } from "@/lib/skills/active-model";
import { itemConcerns } from "./item-concerns";
import { itemReport } from "./item-report";
import { lastRun, shownRow } from "./list-items";

/** How one published challenge does: cases, errors, fit, and groups. Throws not_found. */
export async function readItem(actor: Actor, slug: string) {
  requireStaff(actor);
  const challenge = await db().challenge.findUnique({
    where: { slug },
    include: { currentVersion: { select: { manifest: true, version: true } } },
  });
  if (!challenge?.currentVersion) throw notFound();
  const { version, manifest } = challenge.currentVersion;
  const { title, difficulty, skills } = challengeManifest.parse(manifest);
  const [stored, run, { parameters }, titles] = await Promise.all([
    db().itemReport.findUnique({ where: { challengeSlug: slug } }),
    lastRun(),
    activeModel(db()),
    db().skill.findMany({ where: { slug: { in: skills.map((skill) => skill.slug) } } }),
  ]);
  const report = stored ? itemReport.parse(stored.report) : null;
  const rows = run?.calibration?.items.filter((row) => row.challengeSlug === slug) ?? [];
  return {
    ...{ slug, title, difficulty, version, report },
    computedAt: run?.finishedAt?.toISOString() ?? null,
    skillTitles: new Map(titles.map((skill) => [skill.slug, localized.parse(skill.title)])),
    calibrated: rows.map(shownRow),
    concerns: itemConcerns(report, rows, parameters),
  };
}
export type ItemDetail = Awaited<ReturnType<typeof readItem>>;
