import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { ORGANISATION_LIMITS, type OrganisationLimit } from "./limits";
import { LIMIT_REACHED } from "./take-share";

export const WATCHED_DAYS = 30;
/** On so many days it is hardly an accident. */
export const REPEATEDLY = 3;
const SHOWN = 50;

const LIMITS = Object.keys(ORGANISATION_LIMITS) as OrganisationLimit[];
const told = z.object({ limit: z.enum(LIMITS) });

/** Organisations that reached limits lately, for admins: which, and on how many days; most first. */
export async function listLimitsReached(actor: Actor, now = new Date()) {
  requireAdmin(actor);
  const since = new Date(now.getTime() - WATCHED_DAYS * DAY_MS);
  const events = await db().auditEvent.findMany({
    where: { action: LIMIT_REACHED, at: { gte: since } },
    select: { at: true, subject: true, data: true },
    orderBy: { at: "desc" },
  });
  const byId = new Map<
    string,
    { days: Set<string>; limits: Set<OrganisationLimit>; lastAt: Date }
  >();
  for (const { at, subject, data } of events) {
    const id = subject.replace("organisation:", "");
    const known = byId.get(id) ?? { days: new Set(), limits: new Set(), lastAt: at };
    known.days.add(at.toISOString().slice(0, 10));
    const limit = told.safeParse(data).data?.limit;
    if (limit) known.limits.add(limit);
    byId.set(id, known);
  }
  const organisations = await db().organisation.findMany({
    where: { id: { in: [...byId.keys()] } },
    select: { id: true, name: true, slug: true, status: true },
  });
  return organisations
    .flatMap((organisation) => {
      const known = byId.get(organisation.id);
      if (!known) return [];
      const { days, limits, lastAt } = known;
      return [{ ...organisation, days: days.size, limits: [...limits].sort(), lastAt }];
    })
    .sort((a, b) => b.days - a.days || b.lastAt.getTime() - a.lastAt.getTime())
    .slice(0, SHOWN);
}

export type LimitsReached = Awaited<ReturnType<typeof listLimitsReached>>[number];
