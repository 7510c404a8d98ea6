import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { localized } from "@/lib/content/schemas";
import { decodeCursor, encodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { answerDue } from "./appeal-revocation";
import { ownIssuer } from "./issuer";

const keySchema = z.object({ id: z.uuid() });

type Query = { search?: string; cursor?: string; limit?: number };

/** Credentials, newest first, for admins. `search` looks in names, addresses and the rule's name. */
export async function listIssued(actor: Actor, { search, cursor, limit }: Query) {
  requireAdmin(actor);
  const size = pageSize.parse(limit);
  const text = search?.replaceAll("\0", "").trim() ?? "";
  const contains = { contains: text, mode: "insensitive" as const };
  const rows = await db().credential.findMany({
    where: {
      ...(text && {
        OR: [
          { achievement: contains },
          { user: { OR: [{ name: contains }, { email: contains }] } },
        ],
      }),
      ...(cursor && { id: { lt: decodeCursor(cursor, keySchema).id } }),
    },
    select: {
      ...{ id: true, title: true, level: true, issuedAt: true, validUntil: true },
      ...{ revokedAt: true, revocationReason: true },
      user: { select: { name: true, email: true } },
    },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const credentials = rows
    .slice(0, size)
    .map((row) => ({ ...row, title: localized.parse(row.title) }));
  const last = credentials.at(-1);
  return {
    credentials,
    /** What new ones are issued under; null where none can be. */
    address: ownIssuer()?.url ?? null,
    next: rows.length > size && last ? encodeCursor({ id: last.id }) : null,
  };
}

/** Objections that wait for an answer, the oldest first, for admins. */
export async function listCredentialAppeals(actor: Actor) {
  requireAdmin(actor);
  const rows = await db().credentialAppeal.findMany({
    where: { status: "open" },
    include: { credential: { include: { user: { select: { name: true } } } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ credentialId, text, createdAt, credential }) => ({
    ...{ id: credentialId, text, createdAt, due: answerDue({ createdAt }) },
    holder: credential.user.name,
    title: localized.parse(credential.title),
    reason: credential.revocationReason,
    note: credential.revocationNote,
  }));
}
