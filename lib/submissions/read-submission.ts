import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { visibleSubmissions } from "@/lib/auth/policies";
import { fileTexts } from "@/lib/challenges/current-version";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { caseEvent } from "@/lib/grading/events";
import { presentCase } from "@/lib/grading/present-case";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { queuePosition } from "./queue-position";
import { waitsForDevice } from "./waits-for-device";

/** Times of a submission are told no finer than this, in milliseconds. */
const COARSE_MS = 10;

/** One submission with its code and, once judged, its cases. Throws submission_not_found. */
export async function readSubmission(actor: Actor, id: string) {
  const found = await db().submission.findFirst({
    where: { AND: [{ id }, visibleSubmissions(actor)] },
    include: {
      challengeVersion: { select: { contentHash: true, manifest: true } },
      verdicts: { where: { current: true }, select: { cases: true } },
      quizAttempt: { select: { id: true } },
      upload: { select: { filename: true, bytes: true } },
      season: { select: { closesAt: true } },
    },
  });
  if (!found) throw notFound("submission_not_found");
  const manifest = challengeManifest.parse(found.challengeVersion.manifest);
  const cases = z.array(caseEvent).parse(found.verdicts[0]?.cases ?? []);
  return {
    id: found.id,
    challenge: manifest.slug,
    title: manifest.title,
    status: found.status,
    verdict: found.verdict,
    score: found.score,
    createdAt: found.createdAt.toISOString(),
    finishedAt: found.finishedAt?.toISOString() ?? null,
    files: fileTexts.parse(found.files),
    /** The file that was handed in instead. */
    upload: found.upload,
    /** When the private part of its season is told; null where all is told. */
    revealsAt: found.revealedAt ? null : (found.season?.closesAt.toISOString() ?? null),
    /** The attempt at a quiz that was handed in as this. */
    attempt: found.quizAttempt?.id ?? null,
    /** Whether people mark it. */
    marked: found.pieceId !== null,
    own: actor.kind === "user" && actor.userId === found.userId,
    contentHash: found.challengeVersion.contentHash,
    cpuMs: coarse(found.cpuMs),
    wallMs: coarse(found.wallMs),
    peakMemoryMb: found.peakMemoryMb,
    needsDevice: found.status === "queued" && (await waitsForDevice(id)),
    queuePosition: found.status === "queued" ? await queuePosition(id) : null,
    cases: cases.map(presentCase),
  };
}

const coarse = (ms: number | null) => (ms === null ? null : Math.ceil(ms / COARSE_MS) * COARSE_MS);
