import { isSandboxed, type SandboxedManifest } from "@/lib/content/challenge-manifest";
import { type Claim, claimSubmission, MAX_ATTEMPTS } from "@/lib/grading/claim-submission";
import type { RunnerEvent } from "@/lib/grading/events";
import { giveBack } from "@/lib/grading/hand-back";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { openPart } from "@/lib/grading/open-part";
import { recordVerdict } from "@/lib/grading/record-verdict";
import { storeEvidence } from "@/lib/grading/store-evidence";
import { log } from "@/lib/platform/log";
import { judgeProject } from "@/lib/projects/judge-project";
import { judgeSubmission } from "@/lib/quiz/judge-submission";
import { EventWriter } from "../grading/event-writer";
import { gradingJob } from "../grading/job";
import { RunnerFault } from "../grading/runner-process";
import { withUpload } from "../grading/with-upload";
import type { Task, TaskContext } from "./task";

export const RUNNER_NAME = "bubblewrap/1";
const QUIZ_JUDGE = "quiz/1";
const MARKS_JUDGE = "marks/1";

/** Grades one submission: claim, run or judge, raw evidence, verdict; a fault hands it back. */
export const gradeSubmission: Task<"grade-submission"> = {
  name: "grade-submission",
  handle({ submissionId }, context) {
    // Held before the claim: what this worker has claimed and does not hold is put back.
    return context.underWay.hold(submissionId, () => claimAndGrade(submissionId, context));
  },
};

async function claimAndGrade(submissionId: string, context: TaskContext): Promise<void> {
  const claim = await claimSubmission(submissionId, context.workerId);
  if (!claim) return;
  const { manifest } = claim;
  const judge = manifest.kind === "project" ? MARKS_JUDGE : QUIZ_JUDGE;
  const runner = isSandboxed(manifest) ? runnerName(context) : judge;
  const events = isSandboxed(manifest)
    ? await runInSandbox({ ...claim, manifest }, context)
    : await judgeAnswers(claim);
  const found = interpretEvidence(manifest, events, claim.split);
  if (found.verdict === "infrastructure_error") {
    log.warn({ submissionId, attempt: claim.attempt }, "grading failed; handing back");
    await giveBack(claim, runner, events);
    return;
  }
  const evidenceId = await storeEvidence(claim, runner, events);
  const counted = await recordVerdict(claim, evidenceId, found);
  if (!counted) log.warn({ submissionId, attempt: claim.attempt }, "this attempt no longer counts");
}

type SandboxedClaim = Claim & { manifest: SandboxedManifest };

/** With the kind of device that was used: only on `cuda` was speed judged. */
const runnerName = ({ device }: TaskContext) =>
  device ? `${RUNNER_NAME}+${device.kind}` : RUNNER_NAME;

async function runInSandbox(claim: SandboxedClaim, context: TaskContext): Promise<RunnerEvent[]> {
  const { pool, device } = context;
  const writer = new EventWriter({ submissionId: claim.submissionId }, claim.attempt);
  const events: RunnerEvent[] = [];
  const isLast = claim.attempt >= MAX_ATTEMPTS;
  const grade = isLast ? pool.gradeAlone.bind(pool) : pool.grade.bind(pool);
  const keep = (event: RunnerEvent) => {
    events.push(event);
    const open = openPart(event);
    if (open) writer.add(open);
  };
  try {
    await withUpload(claim.sha256, (upload) => {
      const job = {
        id: claim.submissionId,
        mode: "submit",
        isLast,
        upload,
        device,
        ...claim,
      } as const;
      return grade(gradingJob(job), keep);
    });
  } catch (error) {
    if (!(error instanceof RunnerFault)) throw error;
    events.push({ event: "finished", status: "fault", reason: error.message });
  }
  await writer.flush();
  return events;
}

/** Nothing runs, so there is nothing to wait for or to protect. */
async function judgeAnswers(claim: Claim): Promise<RunnerEvent[]> {
  const { submissionId, attempt, manifest } = claim;
  const writer = new EventWriter({ submissionId }, attempt);
  const events =
    manifest.kind === "project"
      ? await judgeProject(submissionId, manifest)
      : await judgeSubmission(claim);
  for (const event of events) writer.add(event);
  await writer.flush();
  return events;
}
