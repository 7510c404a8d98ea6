import type { UserActor } from "@/lib/auth/actor";
import { claimSubmission } from "@/lib/grading/claim-submission";
import type { CaseEvent } from "@/lib/grading/events";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { recordVerdict } from "@/lib/grading/record-verdict";
import { submit } from "@/lib/submissions/submit";
import { RIGHT } from "./fixtures";

/** Cases of each submission that is judged here, without a sandbox, by a worker named `w`. */
export const CASES = 8;

const caseOf = (index: number, passed: boolean): CaseEvent => ({
  ...{ event: "case", index, name: `case_${index}`, title: { en: "Case", zh: "用例" } },
  ...{ visible: false, points: 1, outcome: passed ? "passed" : "failed", earned: passed ? 1 : 0 },
  ...{ message: null, ms: 1, cpu_ms: 1 },
});

export async function queued(actor: UserActor, challenge: string): Promise<string> {
  return (await submit(actor, { challenge, files: RIGHT })).id;
}

/** Judges a submission with so many of its cases right; worker `w` has to be registered. */
export async function judge(submissionId: string, right = CASES): Promise<void> {
  const claim = await claimSubmission(submissionId, "w");
  if (!claim) throw new Error("nothing to claim");
  const nothing = interpretEvidence({ pass: 1 }, []);
  const score = right / CASES;
  const cases = Array.from({ length: CASES }, (_, index) => caseOf(index, index < right));
  const verdict = score === 1 ? ("passed" as const) : ("failed" as const);
  await recordVerdict(claim, null, { ...nothing, verdict, score, cases });
}

export async function judged(actor: UserActor, challenge: string, right = CASES): Promise<string> {
  const id = await queued(actor, challenge);
  await judge(id, right);
  return id;
}
