import { z } from "zod";
import { ContentError } from "./content-error";
import { parseYaml } from "./parse-yaml";
import { localized, slugText } from "./schemas";

export const BANK_FILE = "questions.yaml";

const text = localized.strict();

/** Values that a parameter takes, drawn for every attempt: a range or a list. */
const parameter = z.union([
  z
    .object({ from: z.number(), to: z.number(), step: z.number().positive().default(1) })
    .strict()
    .refine(({ from, to, step }) => to > from && (to - from) / step <= 10_000, {
      message: "needs to > from, and at most 10,000 steps",
    }),
  z.object({ of: z.array(z.number()).min(2).max(100) }).strict(),
]);
export type Parameter = z.infer<typeof parameter>;

const common = {
  id: slugText,
  points: z.number().positive().max(10).default(1),
  prompt: text,
  /** Why the key is right and the distractors are not; shown to those who answered right. */
  explanation: text,
  /** Shown to those who did not; must not give the key away. */
  nudge: text.optional(),
  params: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/i), parameter).default({}),
};

const option = localized.extend({ key: z.literal(true).optional() }).strict();
const options = z.array(option).min(3).max(10);
const keys = (list: { key?: true | undefined }[]) => list.filter(({ key }) => key).length;

const single = z
  .object({ kind: z.literal("single"), ...common, options })
  .strict()
  .refine((item) => keys(item.options) === 1, {
    path: ["options"],
    message: "exactly one needs `key: true`",
  });

const multiple = z
  .object({ kind: z.literal("multiple"), ...common, options })
  .strict()
  .refine((item) => keys(item.options) > 0 && keys(item.options) < item.options.length, {
    path: ["options"],
    message: "needs at least one key and one distractor",
  });

/** Options stand in their right order. */
const ordered = z
  .object({ kind: z.literal("ordered"), ...common, options: z.array(text).min(3).max(8) })
  .strict();

const tolerance = z.union([
  z.object({ relative: z.number().gt(0).max(0.5) }).strict(),
  z.object({ absolute: z.number().min(0) }).strict(),
]);

const numeric = z
  .object({
    kind: z.literal("numeric"),
    ...common,
    /** An expression over the parameters. */
    answer: z.union([z.string().min(1), z.number()]).transform(String),
    tolerance,
    unit: text.optional(),
    /** Expressions of plausible wrong answers. */
    wrong: z.array(z.union([z.string().min(1), z.number()]).transform(String)).min(1),
  })
  .strict();

const short = z
  .object({
    kind: z.literal("short"),
    ...common,
    /** Patterns of accepted texts: [optional], (one|other), backslash before a literal one. */
    accept: z
      .object({ en: z.array(z.string().min(1)).min(1), zh: z.array(z.string().min(1)).min(1) })
      .strict(),
    wrong: z.array(z.string().min(1)).min(1),
  })
  .strict();

/** An item by kind, without what a bank adds to tell where it belongs. */
export const itemKinds = { single, multiple, ordered, numeric, short };
export type Item = z.infer<(typeof itemKinds)[keyof typeof itemKinds]>;
export type ChoiceItem = Extract<Item, { kind: "single" | "multiple" }>;

const place = { topic: slugText };
const item = z.discriminatedUnion("kind", [
  single.safeExtend(place),
  multiple.safeExtend(place),
  ordered.safeExtend(place),
  numeric.safeExtend(place),
  short.safeExtend(place),
]);

const topic = z
  .object({
    slug: slugText,
    title: text,
    /** What to read up on; shown beside what was answered wrong. */
    reading: text,
  })
  .strict();

const bank = z
  .object({ topics: z.array(topic).min(1), items: z.array(item).min(1) })
  .strict()
  .superRefine(({ topics, items }, context) => {
    const known = new Set(topics.map(({ slug }) => slug));
    const seen = new Set<string>();
    for (const [index, { id, topic }] of items.entries()) {
      const issue = (field: string, message: string) =>
        context.addIssue({ code: "custom", path: ["items", index, field], message });
      if (!known.has(topic)) issue("topic", `${topic} is not among the topics`);
      if (seen.has(id)) issue("id", `${id} stands twice`);
      seen.add(id);
    }
  });
export type Bank = z.infer<typeof bank>;

/** The bank of a quiz package. Throws ContentError. */
export function parseBank(slug: string, files: Record<string, string>): Bank {
  const yaml = files[BANK_FILE];
  if (yaml === undefined) throw new ContentError(slug, [`${BANK_FILE} is missing`]);
  return parseYaml(`${slug}/${BANK_FILE}`, yaml, bank);
}
