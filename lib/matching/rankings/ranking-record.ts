import { createHash } from "node:crypto";
import { z } from "zod";
import { condition, matchRequest } from "../score/match-request";

/** Raised with every change that could change a score: what was ranked before says by which. */
export const SCORER = 1;

/** What a ranking was made with, beside the request and the inputs. */
export const rankingBasis = z.strictObject({
  scorer: z.number().int(),
  modelHash: z.string(),
  multilingual: z.boolean(),
  reference: z.string(),
  /** Float32, little-endian, base64. */
  queries: z.array(z.strictObject({ text: z.string(), coverage: z.number(), vector: z.string() })),
  salt: z.string(),
  limit: z.number().int(),
  /** Those who are placed in any case: they applied, or are worked on. */
  also: z.array(z.string()),
});
export type RankingBasis = z.infer<typeof rankingBasis>;

const share = z.number();

export const rankedResult = z.strictObject({
  userId: z.string(),
  inputId: z.string(),
  rank: z.number().int(),
  score: share,
  low: share,
  high: share,
  weights: matchRequest.shape.weights,
  skills: z.array(
    z.strictObject({
      slug: z.string(),
      level: z.number(),
      weight: z.number(),
      must: z.boolean(),
      probability: share,
      by: z.enum(["evidence", "claim", "nothing"]),
    }),
  ),
  meaning: share,
  wishes: z.array(
    z.strictObject({
      wish: z.enum(["country", "work_place", "language", "experience", "availability"]),
      detail: z.string(),
      met: share,
    }),
  ),
});
export type RankedResult = z.infer<typeof rankedResult>;
export const rankedResults = z.array(rankedResult);

/** What each condition cost, rounded so that it does not point at a person. */
export const conditionCosts = z.strictObject({
  /** Who may be found, and is ranked. */
  findable: z.union([z.number(), z.literal("few")]),
  left: z.union([z.number(), z.literal("few")]),
  conditions: z.array(
    z.strictObject({ condition, removed: z.union([z.number(), z.literal("few")]) }),
  ),
});

export type ConditionCosts = z.infer<typeof conditionCosts>;

/** Names results to the bit. */
export const digestOf = (results: readonly RankedResult[]): string =>
  createHash("sha256")
    .update(JSON.stringify(rankedResults.parse(results)))
    .digest("hex");
