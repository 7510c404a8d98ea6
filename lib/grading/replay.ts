import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { splitOf } from "./claim-submission";
import { type CaseEvent, caseEvent, type VerdictWord } from "./events";

const texts = z.record(z.string(), z.string());

/** What grades a submission again: its files, its challenge's content, its seed; and the verdict that counts. */
export async function readReplay(actor: Actor, submissionId: string) {
  requireAdmin(actor);
  if (!z.uuid().safeParse(submissionId).success) throw notFound("submission_not_found");
  const found = await db().submission.findUnique({
    where: { id: submissionId },
    include: {
      challengeVersion: true,
      verdicts: { where: { current: true } },
      upload: { select: { sha256: true } },
    },
  });
  const verdict = found?.verdicts[0];
  if (!found || !verdict) throw notFound("submission_not_found");
  return {
    submissionId,
    content: {
      manifest: challengeManifest.parse(found.challengeVersion.manifest),
      files: texts.parse(found.challengeVersion.files),
    },
    files: texts.parse(found.files),
    sha256: found.upload?.sha256 ?? null,
    seed: found.seed,
    split: splitOf(found),
    verdict: verdict.verdict,
    cases: z.array(caseEvent).parse(verdict.cases),
  };
}

type Judged = { verdict: VerdictWord; cases: CaseEvent[] };

/** Whether two gradings agree: the verdict, and every case's outcome by name. */
export function compareVerdicts(stored: Judged, replayed: Judged) {
  const now = new Map(replayed.cases.map((one) => [one.name, one.outcome]));
  const differing = stored.cases
    .filter((one) => now.get(one.name) !== one.outcome)
    .map((one) => one.name);
  const agrees = stored.verdict === replayed.verdict && differing.length === 0;
  return { agrees, stored: stored.verdict, replayed: replayed.verdict, differing };
}
