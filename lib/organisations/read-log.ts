import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { decodeCursor, encodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { readOrganisation } from "./read-organisation";

const keySchema = z.object({ id: z.uuid() });

/** What candidates do: the log is no way round blind mode. */
const BY_CANDIDATES: readonly string[] = ["rank.contested"];

type Query = { cursor?: string; limit?: number };

/**
 * What was done in the organisation, newest first, for its owners. Members are named while they
 * have an account; admins and candidates are not. Throws organisation_not_found.
 */
export async function readLog(actor: Actor, slug: string, { cursor, limit }: Query = {}) {
  const { id } = await readOrganisation(actor, slug, ["owner"]);
  const size = pageSize.parse(limit);
  const rows = await db().auditEvent.findMany({
    where: {
      subject: `organisation:${id}`,
      ...(cursor && { id: { lt: decodeCursor(cursor, keySchema).id } }),
    },
    select: { id: true, at: true, action: true, actorId: true, data: true },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const shown = rows.slice(0, size);
  const names = await namesOf(id, shown);
  const events = shown.map(({ actorId, data, ...event }) => {
    const facts = factsOf(data);
    const about = facts.member ? (names.get(facts.member) ?? null) : null;
    const role = facts.role ?? facts.to ?? null;
    const byCandidate = BY_CANDIDATES.includes(event.action);
    const actorName = actorId && !byCandidate ? (names.get(actorId) ?? null) : null;
    const { reason = null, limit = null } = facts;
    return { ...event, actor: actorName, byCandidate, about, role, reason, limit };
  });
  const last = shown.at(-1);
  return { events, next: rows.length > size && last ? encodeCursor({ id: last.id }) : null };
}

const facts = z.object({
  member: z.string().optional().catch(undefined),
  role: z.string().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  limit: z.string().optional().catch(undefined),
});
const factsOf = (data: unknown) => facts.catch({}).parse(data);

type Row = { actorId: string | null; data: unknown };

/** People who are or were members: whoever acted as an admin alone is not among them. */
async function namesOf(organisationId: string, rows: Row[]): Promise<Map<string, string>> {
  const wanted = rows.flatMap(({ actorId, data }) => [actorId, factsOf(data).member ?? null]);
  const ids = [...new Set(wanted.filter((id) => id !== null))];
  const people = await db().user.findMany({
    where: {
      id: { in: ids },
      OR: [{ memberships: { some: { organisationId } } }, { role: { not: "admin" } }],
    },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
