import { z } from "zod";

const share = z.number().min(0).max(1);
const sd = z.number().gt(0).max(5);

/**
 * Cut scores in logits, set by the bookmark method at a response probability of 1/2 (Lewis, Mitzel &
 * Green 1996): with the published challenges in order of difficulty, who stands at a cut does as often
 * as not, at first and without help, what lies before the bookmark. See docs/measurement.md.
 */
const cuts = z
  .object({
    novice: z.number().min(-4).max(4).default(-2),
    working: z.number().min(-4).max(4).default(-1.2),
    proficient: z.number().min(-4).max(4).default(-0.4),
    expert: z.number().min(-4).max(4).default(1.1),
  })
  .strict()
  .refine(
    ({ novice, working, proficient, expert }) =>
      novice < working && working < proficient && proficient < expert,
    { message: "cut scores have to ascend from novice to expert" },
  );

/** What a piece of evidence counts for. Weights multiply its log-likelihood. */
const weights = z
  .object({
    /** Of each further attempt, as a share of the one before it. */
    retry: share.default(0.5),
    /** Of an attempt that a later one at the same item has overtaken: what was, not what is. */
    overtaken: share.default(0.5),
    /** Of work that nobody watched; watched work counts 1. */
    unsupervised: share.default(0.9),
    /** Years after which evidence counts half. */
    halfLifeYears: z.number().positive().default(3),
    /** Of work with a finding of similarity that is still open, or that was upheld. */
    similarityOpen: share.default(0.5),
    similarityUpheld: share.default(0),
  })
  .strict();

/** Help makes an item easier: by so many logits for each. */
const eases = z
  .object({
    attempt: z.number().min(0).max(3).default(0.3),
    hint: z.number().min(0).max(3).default(0.4),
  })
  .strict();

/** Everything that a measurement depends on besides the evidence. Abilities are in logits. */
export const measurementParameters = z
  .object({
    prior: z
      .object({ mean: z.number().default(0), sd: sd.default(1) })
      .strict()
      .prefault({}),
    /**
     * What an author's word on an item is worth, until data say more: an observation of its
     * difficulty with this error, of an item from a bank with this mean and spread.
     */
    authorPrior: z
      .object({
        difficultyError: sd.default(0.5),
        bankMean: z.number().default(0),
        bankSd: z.number().positive().default(1),
        logDiscriminationMean: z.number().default(0),
        logDiscriminationSd: sd.default(0.3),
      })
      .strict()
      .prefault({}),
    /** Correlation of the cases of one submission, over and above ability. */
    icc: share.default(0.25),
    /**
     * Correlation of two skills of one pillar. Low among what is found for subscores of one test
     * (Sinharay, How often do subscores have added value?, Journal of Educational Measurement 47, 2010).
     */
    pillarCorrelation: z.number().min(0).max(0.95).default(0.7),
    /** Mass of the interval that is shown. */
    bandMass: z.number().gt(0).lt(1).default(0.9),
    cuts: cuts.prefault({}),
    weights: weights.prefault({}),
    eases: eases.prefault({}),
    calibration: z
      .object({
        leastForDifficulty: z.int().min(1).default(30),
        leastForDiscrimination: z.int().min(1).default(200),
      })
      .strict()
      .prefault({}),
  })
  .strict();

export type MeasurementParameters = z.infer<typeof measurementParameters>;

export const DEFAULT_PARAMETERS: MeasurementParameters = measurementParameters.parse({});

export const LEVELS = ["novice", "working", "proficient", "expert"] as const;
export type Level = (typeof LEVELS)[number];
