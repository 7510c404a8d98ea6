import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { decodeCursor, encodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";

const keySchema = z.object({ id: z.uuid() });

type Query = { cursor?: string; limit?: number };

/** Messages the platform wrote, newest first, for admins. */
export async function listMail(actor: Actor, { cursor, limit }: Query) {
  requireAdmin(actor);
  const size = pageSize.parse(limit);
  const rows = await db().mailMessage.findMany({
    where: cursor ? { id: { lt: decodeCursor(cursor, keySchema).id } } : {},
    select: { id: true, recipient: true, subject: true, status: true, createdAt: true },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const messages = rows.slice(0, size);
  const last = messages.at(-1);
  return { messages, next: rows.length > size && last ? encodeCursor({ id: last.id }) : null };
}

/** One message with its text. Throws not_found. */
export async function readMail(actor: Actor, id: string) {
  requireAdmin(actor);
  const message = await db().mailMessage.findUnique({ where: { id: requireId(id) } });
  if (!message) throw notFound();
  return message;
}
