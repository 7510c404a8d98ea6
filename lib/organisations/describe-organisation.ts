import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { decodeCursor, encodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { memberOf } from "./membership";

/** The organisation as its members and programs see it. Throws organisation_not_found. */
export async function describeOrganisation(actor: Actor, slug: string) {
  const found = await db().organisation.findFirst({
    where: { AND: [{ slug }, memberOf(actor)] },
    select: {
      ...{ id: true, slug: true, name: true, website: true, about: true },
      ...{ status: true, domain: true, verifiedAt: true, blind: true, createdAt: true },
    },
  });
  if (!found) throw notFound("organisation_not_found");
  return found;
}

const keySchema = z.object({ id: z.uuid() });

/** The organisation's openings, drafts too, newest first. Throws organisation_not_found. */
export async function listOwnOpenings(
  actor: Actor,
  slug: string,
  { cursor, limit }: { cursor?: string | undefined; limit?: number | undefined },
) {
  const { id: organisationId } = await describeOrganisation(actor, slug);
  const size = pageSize.parse(limit);
  const rows = await db().opening.findMany({
    where: {
      organisationId,
      ...(cursor && { id: { lt: decodeCursor(cursor, keySchema).id } }),
    },
    select: {
      ...{ id: true, status: true, public: true, blind: true, titleEn: true, titleZh: true },
      ...{ place: true, country: true, publishedAt: true, closesAt: true, createdAt: true },
      skills: { select: { skillSlug: true, level: true, weight: true, must: true } },
    },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const openings = rows.slice(0, size);
  const last = openings.at(-1);
  const next = rows.length > size && last ? encodeCursor({ id: last.id }) : null;
  return { openings, next };
}
