import { isSandboxed } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import type { Claim } from "./claim-submission";
import type { RunnerEvent } from "./events";

/** Stores what the sandbox or a judge returned, in a transaction of its own, before anyone interprets it. */
export async function storeEvidence(claim: Claim, runner: string, events: RunnerEvent[]) {
  const { id } = await db().evidence.create({
    data: {
      submissionId: claim.submissionId,
      attempt: claim.attempt,
      contentHash: claim.contentHash,
      seed: claim.seed,
      runtime: isSandboxed(claim.manifest) ? claim.manifest.runtime : claim.manifest.kind,
      runner,
      workerId: claim.workerId,
      events,
    },
    select: { id: true },
  });
  return id;
}
