import type { ChallengeManifest } from "@/lib/content/challenge-manifest";
import { type CodePackage, starterOf } from "@/lib/content/load-challenge";
import type { VerdictWord } from "@/lib/grading/events";

/** Folder of known submissions -> which verdicts prove the challenge right. */
const EXPECTED: Record<string, (verdict: VerdictWord) => boolean> = {
  accepted: (verdict) => verdict === "passed",
  wrong_answer: (verdict) => verdict !== "passed" && isLearners(verdict),
  run_time_error: (verdict) => verdict === "candidate_error",
  time_limit_exceeded: (verdict) => verdict === "timed_out",
  hostile: (verdict) => verdict !== "passed" && isLearners(verdict),
  starter: (verdict) => verdict !== "passed" && isLearners(verdict),
};

/** How many known submissions a challenge has to come with. */
const LEAST: Record<string, number> = {
  accepted: 2,
  wrong_answer: 3,
  run_time_error: 1,
  time_limit_exceeded: 1,
  hostile: 2,
};

/** Above this a time-out is left out of a sample, in seconds. */
const SHORT_CPU_S = 20;

const isLearners = (verdict: VerdictWord) =>
  verdict !== "checker_error" && verdict !== "infrastructure_error";

export type GateRow = {
  folder: string;
  file: string;
  verdict: VerdictWord;
  score: number;
  holds: boolean;
};
export type GateReport = { slug: string; holds: boolean; problems: string[]; rows: GateRow[] };

type Grade = (files: Record<string, string>) => Promise<{ verdict: VerdictWord; score: number }>;

type Known = { folder: string; file: string; files: Record<string, string> };

/**
 * The gate before publishing: every accepted solution passes, the starter and every known-wrong
 * and hostile one does not. `grade` judges files on all cases. A sample takes the first known
 * submission of each kind.
 */
export async function runPublishGate(
  content: CodePackage,
  skills: ReadonlySet<string>,
  grade: Grade,
  { sample = false } = {},
): Promise<GateReport> {
  const known = knownSubmissions(content);
  const problems = [...missingSubmissions(known), ...manifestProblems(content, skills)];
  const rows = await Promise.all(
    (sample ? sampleOf(known, content) : known).map(
      async ({ folder, file, files }): Promise<GateRow> => {
        const { verdict, score } = await grade(files);
        return { folder, file, verdict, score, holds: EXPECTED[folder]?.(verdict) ?? false };
      },
    ),
  );
  const holds = problems.length === 0 && rows.every((row) => row.holds);
  return { slug: content.manifest.slug, holds, problems, rows };
}

/** The starter, and every file below submissions/ in the place of the entry. */
function knownSubmissions(content: CodePackage): Known[] {
  const starter = starterOf(content);
  const known: Known[] = [{ folder: "starter", file: content.manifest.entry, files: starter }];
  for (const [path, text] of Object.entries(content.files)) {
    const [root, folder, file] = path.split("/");
    if (root !== "submissions" || !folder || !file) continue;
    known.push({ folder, file, files: { ...starter, [content.manifest.entry]: text } });
  }
  return known;
}

/** The first of each kind; without the time-out of a challenge that has to use up a long time. */
function sampleOf(known: Known[], { manifest }: CodePackage): Known[] {
  const first = known.filter(
    (one, index) => known.findIndex((two) => two.folder === one.folder) === index,
  );
  const long = manifest.limits.cpu_s > SHORT_CPU_S;
  return first.filter(({ folder }) => !(long && folder === "time_limit_exceeded"));
}

function missingSubmissions(known: Known[]): string[] {
  return Object.entries(LEAST).flatMap(([folder, least]) => {
    const count = known.filter((one) => one.folder === folder).length;
    return count < least ? [`submissions/${folder} needs ${least}, has ${count}`] : [];
  });
}

/** A problem for every skill that a challenge names and the skill map does not. */
export const unknownSkills = (
  manifest: Pick<ChallengeManifest, "skills">,
  skills: ReadonlySet<string>,
): string[] =>
  manifest.skills
    .filter(({ slug }) => !skills.has(slug))
    .map(({ slug }) => `challenge.yaml: skill ${slug} is not in skills.yaml`);

function manifestProblems({ manifest }: CodePackage, skills: ReadonlySet<string>): string[] {
  const problems = unknownSkills(manifest, skills);
  if (manifest.hints.length === 0) problems.push("challenge.yaml: at least one hint is needed");
  return problems;
}
