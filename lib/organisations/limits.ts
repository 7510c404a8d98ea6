import type { Limit } from "@/lib/platform/rate-limit";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** By person. */
export const FOUNDING: Limit = { name: "organisation-found", points: 10, seconds: DAY };
export const REPORTING: Limit = { name: "abuse-report", points: 10, seconds: DAY };
/** By organisation: questions to other people's servers. */
export const CHECKING: Limit = { name: "organisation-domain", points: 20, seconds: HOUR };
export const TOKENS: Limit = { name: "organisation-token", points: 30, seconds: HOUR };

/**
 * How much an organisation does in a time: plenty for people, little for whoever sends spam or
 * copies what it sees. Who reaches one is told, and so are its owners and the admins
 * (take-share.ts). docs/employers.md has the table.
 */
export const ORGANISATION_LIMITS = {
  /** Letters to strangers under a name that nobody has checked. */
  member_invitations_unverified: { points: 5, seconds: DAY },
  member_invitations: { points: 30, seconds: DAY },
  drafts: { points: 60, seconds: DAY },
  publications: { points: 20, seconds: DAY },
  rankings_hour: { points: 120, seconds: HOUR },
  rankings: { points: 400, seconds: DAY },
  /** By member, and by the organisation, so that more members do not read more people. */
  candidates_member: { points: 400, seconds: DAY },
  candidates: { points: 1500, seconds: DAY },
  /** By member. */
  exports: { points: 20, seconds: DAY },
  unmaskings: { points: 30, seconds: DAY },
  invitations: { points: 20, seconds: DAY },
  messages: { points: 300, seconds: DAY },
} as const satisfies Record<string, Omit<Limit, "name">>;

export type OrganisationLimit = keyof typeof ORGANISATION_LIMITS;
