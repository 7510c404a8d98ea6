import { z } from "zod";
import { currentVersionById } from "@/lib/challenges/current-version";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { runnerEvent } from "@/lib/grading/events";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { replaceVerdict } from "@/lib/grading/replace-verdict";
import { db } from "@/lib/platform/db";
import { openSeason } from "./open-season";

/**
 * Judges every submission of a season anew, on the private part, from the evidence that is stored;
 * then closes it and opens the next. False while some are still graded. May be repeated.
 */
export async function closeSeason(seasonId: string): Promise<boolean> {
  const season = await db().season.findFirst({
    where: { id: seasonId, closedAt: null },
    select: { challengeId: true },
  });
  if (!season) return true;
  const unfinished = { seasonId, status: { not: "done" as const } };
  if ((await db().submission.count({ where: unfinished })) > 0) return false;
  const sealed = await db().submission.findMany({
    where: { seasonId, revealedAt: null },
    select: { id: true },
  });
  for (const { id } of sealed) await reveal(id);
  const version = await currentVersionById(season.challengeId);
  await db().$transaction(async (tx) => {
    const closed = await tx.season.updateMany({
      where: { id: seasonId, closedAt: null },
      data: { closedAt: new Date() },
    });
    const { manifest } = version;
    if (closed.count === 0 || manifest.kind !== "predictions") return;
    await openSeason(tx, { ...version, manifest });
  });
  return true;
}

/** Closes every season whose time is up. */
export async function closeDueSeasons(): Promise<void> {
  const due = await db().season.findMany({
    where: { closedAt: null, closesAt: { lte: new Date() } },
    select: { id: true },
  });
  for (const { id } of due) await closeSeason(id);
}

async function reveal(submissionId: string): Promise<void> {
  const submission = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: {
      challengeVersion: { select: { manifest: true } },
      verdicts: { where: { current: true }, include: { evidence: true } },
    },
  });
  const manifest = challengeManifest.parse(submission.challengeVersion.manifest);
  const evidence = submission.verdicts[0]?.evidence;
  await db().$transaction(async (tx) => {
    const first = await tx.submission.updateMany({
      where: { id: submissionId, revealedAt: null },
      data: { revealedAt: new Date() },
    });
    // Without evidence there is nothing to look at anew: a fault of ours ended it.
    if (first.count === 0 || !evidence) return;
    const events = z.array(runnerEvent).parse(evidence.events);
    const found = interpretEvidence(manifest, events, "private");
    await replaceVerdict(tx, { submissionId, manifest, evidence }, found);
  });
}
