/** Why a file could not be read. */
export const IMPORT_ERRORS = [
  ...(["encrypted", "broken", "empty", "too_big", "too_slow", "not_resume"] as const),
] as const;
export type ImportError = (typeof IMPORT_ERRORS)[number];
