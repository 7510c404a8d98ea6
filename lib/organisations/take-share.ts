import { recordAudit } from "@/lib/audit/record-audit";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type Limit, takePoint } from "@/lib/platform/rate-limit";
import { ORGANISATION_LIMITS, type OrganisationLimit } from "./limits";
import { mailOwners } from "./mail-owners";

export const LIMIT_REACHED = "organisation.limit_reached";

const HOUR = 3600;
/** Each limit is told of once a day, however often it is run against. */
const TELLING: Limit = { name: "limit-reached", points: 1, seconds: 24 * HOUR };

/**
 * Takes one of what an organisation may do in a time; `memberId` where each member has a share of
 * his own. Throws organisation_limit, after owners and admins were told.
 */
export async function takeShare(
  name: OrganisationLimit,
  organisationId: string,
  memberId?: string,
): Promise<void> {
  const { points, seconds } = ORGANISATION_LIMITS[name];
  const key = memberId ? `${organisationId}:${memberId}` : organisationId;
  try {
    await takePoint({ name, points, seconds }, key);
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal;
    await tell(name, organisationId);
    const hours = Math.ceil(Number(refusal.params.retryAfter) / HOUR);
    const params = { points, hours, period: seconds === HOUR ? "hour" : "day" };
    throw new DomainError("rate_limited", "organisation_limit", { ...refusal.params, ...params });
  }
}

/**
 * Takes a look at a candidate: of the member's share, where a member looks and no token, and of his
 * organisation's. Throws organisation_limit.
 */
export async function takeLook(organisationId: string, memberId: string | null): Promise<void> {
  if (memberId !== null) await takeShare("candidates_member", organisationId, memberId);
  await takeShare("candidates", organisationId);
}

/** Not in the caller's transaction: that is undone by the refusal. */
async function tell(limit: OrganisationLimit, organisationId: string): Promise<void> {
  try {
    await takePoint(TELLING, `${limit}:${organisationId}`);
  } catch (refusal) {
    if (refusal instanceof DomainError) return;
    throw refusal;
  }
  log.warn({ organisationId, limit }, "an organisation has reached a limit");
  await recordAudit(
    db(),
    { kind: "system" },
    { action: LIMIT_REACHED, subject: `organisation:${organisationId}`, data: { limit } },
  );
  await mailOwners("organisationLimitReached", organisationId, { limit });
}
