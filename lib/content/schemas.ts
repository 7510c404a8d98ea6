import { z } from "zod";

export const localized = z.object({ en: z.string().min(1), zh: z.string().min(1) });
export type Localized = z.infer<typeof localized>;

export const slugText = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens");

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

/** function: calls are judged one by one. training: a model is fitted, and judged by how good it is. */
export const KINDS = ["function", "training"] as const;

export const RUNTIMES = ["python-numpy", "python-torch"] as const;

/** challenge.yaml. Unknown keys are refused, so that a misspelt one does not pass unseen. */
export const challengeManifest = z
  .object({
    slug: slugText,
    version: z.int().min(1),
    kind: z.enum(KINDS),
    runtime: z.enum(RUNTIMES),
    entry: fileName,
    files: z.array(fileName).min(1).max(20),
    title: localized,
    summary: localized,
    skills: z.array(z.object({ slug: slugText, weight: z.number().gt(0).max(1) })).min(1),
    difficulty: z.number().min(-4).max(4),
    minutes: z.int().min(1).max(600),
    limits: limitsSchema.prefault({}),
    pass: z.number().gt(0).max(1).default(1),
    process: z.enum(["submission", "case"]).default("submission"),
    imports: z.array(z.string().min(1)).default([]),
    hints: z.array(localized).default([]),
    references: z.array(z.object({ title: localized, url: z.url() })).default([]),
  })
  .strict()
  .refine((manifest) => manifest.files.includes(manifest.entry), {
    path: ["entry"],
    message: "has to be one of `files`",
  })
  .refine(
    (manifest) => Math.abs(manifest.skills.reduce((sum, s) => sum + s.weight, 0) - 1) < 1e-6,
    {
      path: ["skills"],
      message: "weights have to add up to 1",
    },
  );

export type ChallengeManifest = z.infer<typeof challengeManifest>;

const lessonItem = z
  .object({ lesson: slugText, title: localized, minutes: z.int().min(1) })
  .strict();
const challengeItem = z.object({ challenge: slugText }).strict();

/** track.yaml: lessons and challenges in order, and challenges that stand beside them. */
export const trackManifest = z
  .object({
    slug: slugText,
    version: z.int().min(1),
    title: localized,
    summary: localized,
    audience: localized,
    leads_to: z.array(slugText).default([]),
    items: z.array(z.union([lessonItem, challengeItem])).min(1),
    beside: z.array(challengeItem).default([]),
  })
  .strict();

export type TrackManifest = z.infer<typeof trackManifest>;

/** skills.yaml */
export const skillMap = z
  .object({
    pillars: z.array(z.object({ slug: z.string(), title: localized }).strict()),
    skills: z.array(
      z
        .object({
          slug: slugText,
          pillar: z.string(),
          title: localized,
          description: localized,
          aliases: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }),
        })
        .strict(),
    ),
  })
  .strict();

export type SkillMap = z.infer<typeof skillMap>;
