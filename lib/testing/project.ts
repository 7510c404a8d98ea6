import type { UserActor } from "@/lib/auth/actor";
import { publishChallenge } from "@/lib/challenges/publish";
import { projectManifest } from "@/lib/content/challenge-manifest";
import { contentHash } from "@/lib/content/content-hash";
import { claimSubmission } from "@/lib/grading/claim-submission";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { recordVerdict } from "@/lib/grading/record-verdict";
import { storeEvidence } from "@/lib/grading/store-evidence";
import { db } from "@/lib/platform/db";
import { calibrationOf, markCalibration } from "@/lib/projects/calibration";
import { handIn } from "@/lib/projects/hand-in";
import { judgeProject } from "@/lib/projects/judge-project";
import type { Marks } from "@/lib/projects/marks";
import { projectOf } from "@/lib/projects/project-version";
import { saveReport } from "@/lib/projects/save-report";
import { startPiece } from "@/lib/projects/start-piece";

const levels = [0, 1, 2, 3, 4].map((n) => ({ en: `Level ${n}`, zh: `${n} 级` }));
const criterion = (slug: string, weight: number) => ({
  slug,
  title: { en: slug, zh: slug },
  weight,
  levels,
});

const MANIFEST = {
  version: 1,
  kind: "project",
  title: { en: "Small project", zh: "小项目" },
  summary: { en: "A short report.", zh: "一份短报告。" },
  skills: [{ slug: "software-engineering", weight: 1 }],
  difficulty: 0,
  minutes: 60,
  pass: 0.6,
  hints: [{ en: "Begin.", zh: "开始。" }],
  rubric: [criterion("soundness", 0.75), criterion("clarity", 0.25)],
  report: { min_characters: 20 },
  review: { comment_min: 10 },
  calibration: ["strong", "weak"],
};

const staffMarks = (level: number) =>
  ["soundness", "clarity"]
    .map((slug) => `${slug}: { level: ${level}, reason: { en: Because., zh: 因为。 } }`)
    .join("\n");

export const smallProject = (slug: string, change: Record<string, unknown> = {}) => ({
  manifest: projectManifest.parse({ ...MANIFEST, slug, ...change }),
  files: {
    "statement.en.md": "Write a report.",
    "statement.zh.md": "写一份报告。",
    "calibration/strong/piece.en.md": "A strong piece.",
    "calibration/strong/piece.zh.md": "一份好作品。",
    "calibration/strong/marks.yaml": staffMarks(4),
    "calibration/weak/piece.en.md": "A weak piece.",
    "calibration/weak/piece.zh.md": "一份差作品。",
    "calibration/weak/marks.yaml": staffMarks(0),
    slug,
  },
});

export async function publishProject(slug: string, change: Record<string, unknown> = {}) {
  const { manifest, files } = smallProject(slug, change);
  await publishChallenge({ manifest, files, contentHash: contentHash(files) });
}

/** Marks with one level everywhere, or one for each criterion. */
export const marksAt = (soundness: number, clarity = soundness): Marks => ({
  soundness: { level: soundness, comment: "This is a reason." },
  clarity: { level: clarity, comment: "This is a reason." },
});

export const REPORT = "A report that is long enough to be handed in.";

/** Hands in a piece of somebody who works alone. */
export async function handInAlone(actor: UserActor, slug: string, report = REPORT) {
  const { id } = await startPiece(actor, slug);
  await saveReport(actor, id, { report, revision: 0 });
  const { submission } = await handIn(actor, id);
  return { piece: id, submission };
}

/** Marks the calibration pieces, `off` levels away from staff's. */
export async function calibrate(actor: UserActor, piece: string, off = 0): Promise<void> {
  const { challengeVersionId } = await db().piece.findUniqueOrThrow({ where: { id: piece } });
  const version = await db().challengeVersion.findUniqueOrThrow({
    where: { id: challengeVersionId },
  });
  const { pieces } = await calibrationOf(
    db(),
    actor.userId,
    challengeVersionId,
    projectOf(version),
  );
  for (const { slug, marks } of pieces) {
    const given = Object.entries(marks).map(([criterion, { level }]) => {
      const moved = level >= off ? level - off : level + off;
      return [criterion, moved];
    });
    await markCalibration(actor, challengeVersionId, slug, Object.fromEntries(given));
  }
}

/** Makes the verdicts that are queued, as a worker does. */
export async function judgeQueued(): Promise<void> {
  const queued = await db().submission.findMany({ where: { status: "queued" } });
  for (const { id } of queued) {
    const claim = await claimSubmission(id, "worker-of-a-test");
    if (claim?.manifest.kind !== "project") continue;
    const events = await judgeProject(id, claim.manifest);
    const evidence = await storeEvidence(claim, "marks/1", events);
    await recordVerdict(claim, evidence, interpretEvidence(claim.manifest, events));
  }
}
