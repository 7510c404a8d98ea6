/** Why something is reported; each has a sentence in messages/<locale>/organisations.json. */
export const REPORT_REASONS = [
  ...(["spam", "fraud", "discrimination", "harassment"] as const),
  ...(["misuse_of_data", "impersonation", "other"] as const),
] as const;

export const REPORT_TEXT_MAX = 2000;
