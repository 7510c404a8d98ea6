import { type ChallengeManifest, isCode } from "@/lib/content/challenge-manifest";
import { type SandboxedPackage, starterOf } from "@/lib/content/load-challenge";
import { bytesOf } from "@/lib/content/stored-file";
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

/** How many known submissions a challenge has to come with; a file does not run. */
const LEAST_FILES = { accepted: 2, wrong_answer: 3, hostile: 2 };
const LEAST_CODE = { ...LEAST_FILES, run_time_error: 1, time_limit_exceeded: 1 };

/** What a sample looks at: that right is told from wrong. */
const SAMPLED = ["accepted", "wrong_answer"];

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

/** What a known submission hands in: code, or one file of the package as it would be uploaded. */
export type HandedIn = { files: Record<string, string>; upload?: { name: string; bytes: Buffer } };

/** `measured`: names of the cases that gave a number. */
type Graded = { verdict: VerdictWord; score: number; measured: string[] };
type Grade = (handedIn: HandedIn) => Promise<Graded>;

type Known = HandedIn & { folder: string; file: string };

/** Where learners upload predictions, an author's program under this name may write them. */
export const PROGRAM = "solution.py";

/**
 * The gate before publishing: every accepted solution passes, the starter and every known-wrong
 * and hostile one does not. `grade` judges files on all cases. sample: one of the accepted and one
 * of the wrong ones are enough.
 */
export async function runPublishGate(
  content: SandboxedPackage,
  skills: ReadonlySet<string>,
  grade: Grade,
  { sample = false } = {},
): Promise<GateReport> {
  const known = knownSubmissions(content);
  const problems = [
    ...missingSubmissions(content, known),
    ...manifestProblems(content, skills),
    ...uploadProblems(content, known),
  ];
  const rows = await Promise.all(
    (sample ? sampleOf(known) : known).map(
      async ({ folder, file, ...handedIn }): Promise<GateRow> => {
        const { verdict, score, measured } = await grade(handedIn);
        if (verdict === "passed") problems.push(...undrawn(content, `${folder}/${file}`, measured));
        return { folder, file, verdict, score, holds: EXPECTED[folder]?.(verdict) ?? false };
      },
    ),
  );
  const holds = problems.length === 0 && rows.every((row) => row.holds);
  return { slug: content.manifest.slug, holds, problems, rows };
}

/** The starter, if there is one, and every file below submissions/ as it would be handed in. */
function knownSubmissions({ manifest, files }: SandboxedPackage): Known[] {
  const known = Object.entries(files).flatMap(([path, text]) => {
    const [root, folder, file] = path.split("/");
    if (root !== "submissions" || !folder || !file) return [];
    return [{ folder, file, ...handedIn({ manifest, files }, file, text) }];
  });
  if (!isCode(manifest)) return known;
  const starter = { files: starterOf({ manifest, files }) };
  return [{ folder: "starter", file: manifest.entry, ...starter }, ...known];
}

function handedIn(
  { manifest, files }: Pick<SandboxedPackage, "manifest" | "files">,
  name: string,
  text: string,
): HandedIn {
  if (isCode(manifest)) {
    return { files: { ...starterOf({ manifest, files }), [manifest.entry]: text } };
  }
  return manifest.kind === "predictions" && name.endsWith(".py")
    ? { files: { [PROGRAM]: text } }
    : { files: {}, upload: { name, bytes: bytesOf(text) } };
}

/** One that has to pass and one that must not; content on record has passed the whole gate before. */
const sampleOf = (known: Known[]): Known[] =>
  SAMPLED.flatMap((folder) => known.find((one) => one.folder === folder) ?? []);

function missingSubmissions({ manifest }: SandboxedPackage, known: Known[]): string[] {
  return Object.entries(isCode(manifest) ? LEAST_CODE : LEAST_FILES).flatMap(([folder, least]) => {
    const count = known.filter((one) => one.folder === folder).length;
    return count < least ? [`submissions/${folder} needs ${least}, has ${count}`] : [];
  });
}

/** An accepted file has to be one that learners could upload. */
function uploadProblems({ manifest }: SandboxedPackage, known: Known[]): string[] {
  if (isCode(manifest)) return [];
  const { extensions, max_kb } = manifest.upload;
  return known.flatMap(({ folder, file, upload }) => {
    if (folder !== "accepted" || !upload) return [];
    const taken = extensions.some((one) => file.endsWith(`.${one}`));
    if (taken && upload.bytes.length <= max_kb * 1024) return [];
    return [`submissions/accepted/${file} is not what \`upload\` takes`];
  });
}

/** What a trade-off plot names has to be measured. */
const undrawn = ({ manifest }: SandboxedPackage, file: string, measured: string[]): string[] =>
  manifest.kind !== "model"
    ? []
    : [manifest.trade_off.quality, ...manifest.trade_off.cost]
        .filter((name) => !measured.includes(name))
        .map((name) => `challenge.yaml: trade_off names ${name}, which ${file} gives no value for`);

/** A problem for every skill that a challenge names and the skill map does not. */
export const unknownSkills = (
  manifest: Pick<ChallengeManifest, "skills">,
  skills: ReadonlySet<string>,
): string[] =>
  manifest.skills
    .filter(({ slug }) => !skills.has(slug))
    .map(({ slug }) => `challenge.yaml: skill ${slug} is not in skills.yaml`);

function manifestProblems({ manifest }: SandboxedPackage, skills: ReadonlySet<string>): string[] {
  const problems = unknownSkills(manifest, skills);
  if (manifest.hints.length === 0) problems.push("challenge.yaml: at least one hint is needed");
  return problems;
}
