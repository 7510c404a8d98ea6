import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { decodeCursor, encodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";

const keySchema = z.object({ id: z.uuid() });

type Query = { search?: string; cursor?: string; limit?: number };

const matching = (search: string | undefined) => {
  // No text of the database holds it, and a question with it is a fault.
  const text = search?.replaceAll("\0", "").trim();
  if (!text) return {};
  const contains = { contains: text, mode: "insensitive" as const };
  return { OR: [{ name: contains }, { slug: contains }, { domain: contains }] };
};

/** Every organisation, newest first, for admins. `search` looks in name, address and domain. */
export async function listOrganisations(actor: Actor, { search, cursor, limit }: Query) {
  requireAdmin(actor);
  const size = pageSize.parse(limit);
  const after = cursor ? { id: { lt: decodeCursor(cursor, keySchema).id } } : {};
  const rows = await db().organisation.findMany({
    where: { AND: [matching(search), after] },
    select: {
      ...{ id: true, slug: true, name: true, website: true, about: true, createdAt: true },
      ...{ status: true, suspendedWhy: true, domain: true, verifiedBy: true, verifiedAt: true },
      members: {
        where: { role: "owner" },
        select: { user: { select: { name: true, email: true } } },
      },
      _count: { select: { members: true, openings: true } },
    },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const organisations = rows.slice(0, size).map(({ members, _count, ...organisation }) => ({
    ...{ ...organisation, owners: members.map(({ user }) => user) },
    ...{ members: _count.members, openings: _count.openings },
  }));
  const last = organisations.at(-1);
  const next = rows.length > size && last ? encodeCursor({ id: last.id }) : null;
  return { organisations, next };
}
