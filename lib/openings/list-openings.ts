import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { mayRecruit } from "@/lib/organisations/may-recruit";
import { memberOf } from "@/lib/organisations/membership";
import { decodeCursor, encodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

const keySchema = z.object({ id: z.uuid() });

type Query = { cursor?: string | undefined; limit?: number };

/** An organisation's openings for its members, newest first. Throws organisation_not_found. */
export async function listOpenings(
  actor: Actor,
  organisation: string,
  { cursor, limit }: Query = {},
) {
  const size = pageSize.parse(limit);
  const owner = await db().organisation.findFirst({
    where: { AND: [{ slug: organisation, status: { not: "suspended" } }, memberOf(actor)] },
    select: { id: true, status: true },
  });
  if (!owner) throw notFound("organisation_not_found");
  const rows = await db().opening.findMany({
    where: {
      organisationId: owner.id,
      ...(cursor && { id: { lt: decodeCursor(cursor, keySchema).id } }),
    },
    select: {
      ...{ id: true, status: true, public: true, titleEn: true, titleZh: true, place: true },
      ...{ publishedAt: true, closesAt: true, createdAt: true },
    },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const openings = rows.slice(0, size);
  const last = openings.at(-1);
  return {
    openings,
    verified: owner.status === "verified",
    edits: await mayRecruit(actor, owner.id),
    next: rows.length > size && last ? encodeCursor({ id: last.id }) : null,
  };
}
