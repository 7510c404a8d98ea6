const PREFIX = "orientation:";

/** Names an orientation's answer as evidence: the attempt, then the item. */
export const evidenceOfOrientation = (attempt: string, item: string) =>
  `${PREFIX}${attempt}:${item}`;

/** The attempt that a piece of evidence belongs to; null where it is a submission's. */
export const orientationOf = (evidence: string): string | null =>
  evidence.startsWith(PREFIX) ? (evidence.split(":")[1] ?? null) : null;

/** An orientation's item, beside challenges. */
export const orientationItem = (item: string) => `${PREFIX}${item}`;
