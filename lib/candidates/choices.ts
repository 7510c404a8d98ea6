export const WORK_PLACES = ["on_site", "hybrid", "remote"] as const;
export const AVAILABILITIES = ["now", "weeks", "months", "not_looking"] as const;
export const LANGUAGE_LEVELS = ["basic", "working", "fluent", "native"] as const;
