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
  return { OR: [{ email: contains }, { name: contains }, { leaderboardName: contains }] };
};

/** People, newest first, for admins. `search` looks in address and names. */
export async function listUsers(actor: Actor, { search, cursor, limit }: Query) {
  requireAdmin(actor);
  const size = pageSize.parse(limit);
  const after = cursor ? { id: { lt: decodeCursor(cursor, keySchema).id } } : {};
  const rows = await db().user.findMany({
    where: { AND: [matching(search), after] },
    select: {
      id: true,
      email: true,
      emailVerifiedAt: true,
      name: true,
      role: true,
      disabledAt: true,
      createdAt: true,
      lastSeenAt: true,
      totp: { select: { confirmedAt: true } },
    },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const users = rows.slice(0, size).map(({ totp, ...user }) => ({
    ...user,
    secondFactor: totp?.confirmedAt != null,
  }));
  const last = users.at(-1);
  return { users, next: rows.length > size && last ? encodeCursor({ id: last.id }) : null };
}
