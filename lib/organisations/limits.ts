import type { Limit } from "@/lib/platform/rate-limit";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** By person. */
export const FOUNDING: Limit = { name: "organisation-found", points: 10, seconds: DAY };
export const REPORTING: Limit = { name: "abuse-report", points: 10, seconds: DAY };
/** By organisation: letters to strangers, and questions to other people's servers. */
export const INVITING: Limit = { name: "organisation-invite", points: 30, seconds: DAY };
export const CHECKING: Limit = { name: "organisation-domain", points: 20, seconds: HOUR };
export const TOKENS: Limit = { name: "organisation-token", points: 30, seconds: HOUR };
