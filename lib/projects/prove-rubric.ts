import { type GateReport, type GateRow, unknownSkills } from "@/lib/challenges/publish-gate";
import type { ProjectManifest } from "@/lib/content/challenge-manifest";
import { LEVELS } from "@/lib/content/project-fields";
import {
  type CalibrationPiece,
  calibrationPieces,
  type KnownMarks,
  knownMarkings,
  type Levels,
} from "@/lib/content/project-package";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { calibrationAgreement } from "./calibration-agreement";
import { judgePiece } from "./judge-piece";

type Project = { manifest: ProjectManifest; files: Record<string, string> };

/** How many known markings of each folder a project comes with. */
const LEAST = { accepted: 2, wrong_answer: 2 } as const;

/**
 * The gate before publishing a project: the rubric tells its levels apart in both languages, known
 * marks end as they should, and the calibration tells those who read from those who do not.
 */
export function proveRubric({ manifest, files }: Project, skills: ReadonlySet<string>): GateReport {
  const pieces = calibrationPieces(manifest, files);
  const known = knownMarkings(manifest, files);
  const missing = Object.entries(LEAST).flatMap(([folder, least]) => {
    const count = known.filter((one) => one.folder === folder).length;
    return count < least ? [`submissions/${folder} needs ${least}, has ${count}`] : [];
  });
  const hints = manifest.hints.length === 0 ? ["challenge.yaml: at least one hint is needed"] : [];
  const problems = [
    ...unknownSkills(manifest, skills),
    ...hints,
    ...missing,
    ...rubricProblems(manifest),
    ...spreadProblems(manifest, pieces),
  ];
  const rows = [
    ...known.map((one) => knownRow(manifest, one)),
    ...pieces.map((piece) => staffRow(piece, pieces)),
    ...strategyRows(manifest, pieces),
  ];
  const holds = problems.length === 0 && rows.every((row) => row.holds);
  return { slug: manifest.slug, holds, problems, rows };
}

/** No two levels of a criterion may read alike. */
const rubricProblems = ({ rubric }: ProjectManifest): string[] =>
  rubric.flatMap(({ slug, levels }) =>
    (["en", "zh"] as const)
      .filter((locale) => new Set(levels.map((one) => one[locale].trim())).size < LEVELS)
      .map((locale) => `rubric: two levels of ${slug} read alike in ${locale}`),
  );

/** Reviewers learn to tell levels apart only where staff gave different ones. */
const spreadProblems = ({ rubric }: ProjectManifest, pieces: CalibrationPiece[]): string[] =>
  rubric
    .filter(({ slug }) => new Set(pieces.map(({ marks }) => marks[slug]?.level)).size < 2)
    .map(({ slug }) => `calibration: every piece has one level in ${slug}`);

type Known = { folder: string; file: string; marks: KnownMarks };

function knownRow(manifest: ProjectManifest, { folder, file, marks }: Known): GateRow {
  const { verdict, score } = interpretEvidence(manifest, judgePiece(manifest, marks, 1));
  const expected = folder === "accepted" ? "passed" : "failed";
  return { folder, file, verdict, score, holds: verdict === expected };
}

const levelsOf = ({ marks }: CalibrationPiece): Levels =>
  Object.fromEntries(Object.entries(marks).map(([slug, { level }]) => [slug, level]));

/** Who marks a piece as staff did agrees with staff, whatever he makes of one other by a level. */
function staffRow(piece: CalibrationPiece, pieces: CalibrationPiece[]): GateRow {
  const staff = pieces.map(levelsOf);
  const nearly = pieces.map((one) => {
    const levels = levelsOf(one);
    if (one.slug !== piece.slug) return levels;
    return Object.fromEntries(
      Object.entries(levels).map(([slug, level]) => [slug, level > 0 ? level - 1 : level + 1]),
    );
  });
  return calibrationRow("accepted", `calibration-${piece.slug}`, nearly, staff, true);
}

/** Reviewers who do not read: they give every piece the same. */
function strategyRows({ rubric }: ProjectManifest, pieces: CalibrationPiece[]): GateRow[] {
  const staff = pieces.map(levelsOf);
  return Array.from({ length: LEVELS }, (_, level) => {
    const same = Object.fromEntries(rubric.map(({ slug }) => [slug, level]));
    const given = pieces.map(() => same);
    return calibrationRow("strategy", `always-${level}`, given, staff, false);
  });
}

function calibrationRow(
  folder: string,
  file: string,
  given: Levels[],
  staff: Levels[],
  expected: boolean,
): GateRow {
  const { passed, adjacent } = calibrationAgreement(given, staff);
  return {
    folder,
    file,
    score: adjacent,
    verdict: passed ? "passed" : "failed",
    holds: passed === expected,
  };
}
