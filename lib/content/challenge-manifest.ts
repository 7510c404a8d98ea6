import { z } from "zod";
import { projectFields } from "./project-fields";
import { localized, slugText } from "./schemas";

const fileName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*\.[a-z]+$/, "a plain file name");

/** What a submission may use in all; time in seconds, sizes as named. */
export const limitsSchema = z
  .object({
    wall_s: z.number().positive().max(600).default(30),
    cpu_s: z.number().positive().max(600).default(20),
    memory_mb: z.int().min(64).max(65_536).default(2048),
    processes: z.int().min(1).max(512).default(64),
    output_kb: z.int().min(1).max(1024).default(64),
    disk_mb: z.int().min(1).max(4096).default(64),
  })
  .strict();

export const RUNTIMES = ["python-numpy", "python-torch", "gpu"] as const;

/** What a submission needs of a GPU; without it none is used. */
export const deviceSchema = z
  .object({
    /** What it may use of the device's memory; no smaller device is leased. */
    memory_mb: z.int().min(256).max(1_048_576),
    /** Whether others may use the rest of the device meanwhile. */
    shared: z.boolean().default(false),
  })
  .strict();
export type DeviceNeed = z.infer<typeof deviceSchema>;

/** What every challenge says of itself. */
const common = {
  slug: slugText,
  version: z.int().min(1),
  title: localized,
  summary: localized,
  skills: z
    .array(z.object({ slug: slugText, weight: z.number().gt(0).max(1) }))
    .min(1)
    .refine((skills) => Math.abs(skills.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-6, {
      message: "weights have to add up to 1",
    }),
  difficulty: z.number().min(-4).max(4),
  minutes: z.int().min(1).max(600),
  pass: z.number().gt(0).max(1).default(1),
  hints: z.array(localized).default([]),
  references: z.array(z.object({ title: localized, url: z.url() })).default([]),
};

/** What a challenge adds that is graded in sandboxes. */
const sandboxed = {
  ...common,
  runtime: z.enum(RUNTIMES),
  limits: limitsSchema.prefault({}),
  process: z.enum(["submission", "case"]).default("submission"),
  imports: z.array(z.string().min(1)).default([]),
  device: deviceSchema.optional(),
};

/** What a challenge adds whose learners write code. */
const code = {
  ...sandboxed,
  entry: fileName,
  files: z.array(fileName).min(1).max(20),
};

const codeKind = <K extends string>(kind: K) =>
  z
    .object({ kind: z.literal(kind), ...code })
    .strict()
    .refine((manifest) => manifest.files.includes(manifest.entry), {
      path: ["entry"],
      message: "has to be one of `files`",
    })
    .refine(({ runtime, device }) => runtime !== "gpu" || device !== undefined, {
      path: ["device"],
      message: "is needed by the runtime gpu, such as { memory_mb: 8192 }",
    });

/** Calls are judged one by one. */
const functionManifest = codeKind("function");

/** A model is fitted, and judged by how good it is. */
const trainingManifest = codeKind("training");

/** A program that answers HTTP on a Unix socket, asked and loaded from outside. */
const serviceManifest = codeKind("service");

/** Functions that work on a device, called with lent memory and timed from outside. */
const kernelManifest = codeKind("kernel")
  .refine(({ runtime }) => runtime === "gpu", {
    path: ["runtime"],
    message: "has to be gpu for a kernel",
  })
  .refine(({ device }) => !device?.shared, {
    path: ["device", "shared"],
    message: "a kernel is timed, so it needs a device to itself",
  });

/** Challenges whose learners write code that runs in a sandbox. */
export const codeManifest = z.discriminatedUnion("kind", [
  functionManifest,
  trainingManifest,
  serviceManifest,
  kernelManifest,
]);
export type CodeManifest = z.infer<typeof codeManifest>;

/** What a challenge adds whose learners upload one file. */
const uploaded = {
  ...sandboxed,
  attempts_per_day: z.int().min(1).max(50).default(5),
};
const upload = (extensions: string[], max_kb: number) => ({
  upload: z
    .object({
      extensions: z.array(z.enum(extensions)).min(1).default(extensions),
      max_kb: z.int().min(1).max(max_kb).default(max_kb),
    })
    .strict()
    .prefault({}),
});

/** A table of predictions, scored against labels that last for a season. */
export const predictionsManifest = z
  .object({
    kind: z.literal("predictions"),
    ...uploaded,
    ...upload(["csv", "parquet"], 4096),
    season_days: z.int().min(1).max(366).default(90),
  })
  .strict();
export type PredictionsManifest = z.infer<typeof predictionsManifest>;

const caseName = z.string().regex(/^[a-z_][a-z0-9_]*$/i, "the name of a case");

/** An ONNX file that the platform runs; what it reaches is weighed against what it costs. */
export const modelManifest = z
  .object({
    kind: z.literal("model"),
    ...uploaded,
    ...upload(["onnx"], 65_536),
    /** Cases that measure: what is drawn upwards, and what it may be drawn against. */
    trade_off: z.object({ quality: caseName, cost: z.array(caseName).min(1).max(4) }).strict(),
  })
  .strict();
export type ModelManifest = z.infer<typeof modelManifest>;

/** Challenges whose learners upload a file. */
export type UploadManifest = PredictionsManifest | ModelManifest;

/** Challenges that are graded in sandboxes. */
export type SandboxedManifest = CodeManifest | UploadManifest;

/** Questions with one right answer each, drawn anew for every attempt; nothing runs in a sandbox. */
export const quizManifest = z
  .object({
    kind: z.literal("quiz"),
    ...common,
    /** How many of the bank an attempt asks. */
    questions: z.int().min(1).max(100),
    time_limit_min: z.int().min(1).max(240),
    attempts_per_day: z.int().min(1).max(20).default(2),
  })
  .strict();

/** A piece of work that peers and staff mark by a rubric; nothing runs in a sandbox. */
export const projectManifest = z
  .object({ kind: z.literal("project"), ...common, ...projectFields })
  .strict();
export type ProjectManifest = z.infer<typeof projectManifest>;

/** challenge.yaml. Unknown keys are refused, so that a misspelt one does not pass unseen. */
export const challengeManifest = z.discriminatedUnion("kind", [
  functionManifest,
  trainingManifest,
  serviceManifest,
  kernelManifest,
  predictionsManifest,
  modelManifest,
  quizManifest,
  projectManifest,
]);
export type QuizManifest = z.infer<typeof quizManifest>;
export type ChallengeManifest = z.infer<typeof challengeManifest>;

/** What of a GPU a submission to it needs; undefined for none. */
export const deviceNeed = (manifest: ChallengeManifest): DeviceNeed | undefined =>
  "device" in manifest ? manifest.device : undefined;

/** Whether learners hand in code for a sandbox. */
export const isCode = (manifest: ChallengeManifest): manifest is CodeManifest =>
  "entry" in manifest;

/** Whether learners upload a file. */
export const isUpload = (manifest: ChallengeManifest): manifest is UploadManifest =>
  "upload" in manifest;

/** Which files a challenge takes; undefined where it takes none. */
export function filesTaken(manifest: ChallengeManifest) {
  if (isUpload(manifest)) return manifest.upload;
  return manifest.kind === "project" ? manifest.attachments : undefined;
}

/** Whether anything of it runs in a sandbox. */
export const isSandboxed = (manifest: ChallengeManifest): manifest is SandboxedManifest =>
  isCode(manifest) || isUpload(manifest);
