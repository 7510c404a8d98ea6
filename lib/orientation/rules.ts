import type { StopRule } from "@/lib/measurement/adaptive/stop";
import { MINUTE_MS } from "@/lib/platform/durations";

/** The whole takes so long at most, and one question. */
export const WHOLE_MS = 20 * MINUTE_MS;
export const QUESTION_MS = 2 * MINUTE_MS;

/** What the network may take after a question's time; not told to learners. */
export const GRACE_MS = 5_000;

/** One who has finished may come back after so long: by then a good part is forgotten or learnt. */
export const REPEAT_AFTER_DAYS = 30;

/**
 * When it is enough: at 28 questions, or once what each pillar's skills share is known to within
 * 0.8 logits. By simulation, see docs/measurement.md.
 */
export const STOP: StopRule = { maximumLength: 28, standardError: 0.8 };

/** Three of each pillar are asked whatever was known before, or nothing would be compared. */
export const LEAST_QUESTIONS = 12;

/**
 * So that not everybody meets the same questions, an attempt has a part of the bank, drawn at random,
 * which is the largest share of learners that any item is asked of; and chance picks among so many of
 * the best. By simulation, see docs/measurement.md.
 */
export const DRAWN_SHARE = 0.5;
export const AMONG_BEST = 4;
