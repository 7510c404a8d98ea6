import { z } from "zod";
import { localized, slugText } from "./schemas";

/** Levels of a criterion, from 0. */
export const LEVELS = 5;
export const TOP_LEVEL = LEVELS - 1;

const criterion = z
  .object({
    slug: slugText,
    title: localized,
    weight: z.number().gt(0).max(1),
    /** What a piece at each level looks like, from level 0 to level 4. */
    levels: z.array(localized).length(LEVELS),
  })
  .strict();

export const rubric = z
  .array(criterion)
  .min(1)
  .max(8)
  .refine((all) => Math.abs(all.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-6, {
    message: "weights have to add up to 1",
  })
  .refine((all) => new Set(all.map(({ slug }) => slug)).size === all.length, {
    message: "two criteria have one slug",
  });
export type Rubric = z.infer<typeof rubric>;

const review = z
  .object({
    /** Peers, and members of staff, that mark every piece. */
    peers: z.int().min(0).max(5).default(3),
    reviewers: z.literal(1).default(1),
    /** Days that peers have for their reviews. */
    days: z.int().min(1).max(60).default(7),
    /** Days after which the oldest piece waits no longer for more to come. */
    gather_days: z.int().min(1).max(60).default(7),
    /** Least length of a comment on a criterion, in characters. */
    comment_min: z.int().min(0).max(500).default(30),
  })
  .strict();

const attachments = z
  .object({
    extensions: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).min(1),
    max_kb: z.int().min(1).max(65_536).default(10_240),
    max_files: z.int().min(1).max(10).default(3),
  })
  .strict();

const team = z
  .object({
    min: z.int().min(1).max(12),
    max: z.int().min(1).max(12),
    /** How far a member's share moves his own score: 0 not at all, 1 in full. */
    share_weight: z.number().min(0).max(1).default(0.5),
  })
  .strict()
  .refine(({ min, max }) => min <= max, { message: "min is above max" });

/** What a challenge adds that is marked by people. */
export const projectFields = {
  rubric,
  report: z
    .object({
      min_characters: z.int().min(0).max(20_000).default(1_000),
      max_characters: z.int().min(100).max(60_000).default(30_000),
    })
    .strict()
    .prefault({}),
  /** Files that may be handed in beside the report; left out where the report is all. */
  attachments: attachments.optional(),
  review: review.prefault({}),
  /** Left out where everybody works alone. */
  team: team.optional(),
  /** Folders below calibration/, in the order in which reviewers meet them. */
  calibration: z.array(slugText).min(2).max(5),
};
