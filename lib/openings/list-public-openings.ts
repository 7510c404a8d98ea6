import { z } from "zod";
import { WORK_PLACES } from "@/lib/candidates/choices";
import { cursorTime, decodeCursor, encodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import { publicOpenings } from "./public-openings";

const keySchema = z.object({ at: cursorTime, id: z.uuid() });

const MOST_WORDS = 8;

/** Filters as an address may say them; what is no filter is none. */
export const openingFilters = z.object({
  search: z.string().catch("").default(""),
  place: z.string().catch("").default(""),
  work: z.enum(WORK_PLACES).optional().catch(undefined),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
});
export type OpeningFilters = z.infer<typeof openingFilters>;

/** Nothing that a database cannot hold, and short. */
const told = (text: string) => text.replaceAll("\0", "").toWellFormed().trim().slice(0, 200);

const contains = (text: string) => ({ contains: text, mode: "insensitive" as const });

/** Public openings, newest first, for everybody. Every word has to be somewhere in one. */
export async function listPublicOpenings(
  filters: OpeningFilters,
  { cursor, limit }: { cursor?: string | undefined; limit?: number } = {},
) {
  const size = pageSize.parse(limit);
  const rows = await db().opening.findMany({
    where: { AND: [publicOpenings(), ...wanted(filters), ...(cursor ? [after(cursor)] : [])] },
    select: {
      ...{ id: true, titleEn: true, titleZh: true, place: true, country: true, workPlaces: true },
      ...{ payMin: true, payMax: true, payCurrency: true, payPeriod: true, publishedAt: true },
      organisation: { select: { name: true } },
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  const openings = rows.slice(0, size);
  const last = openings.at(-1);
  const more = rows.length > size && last?.publishedAt;
  return {
    openings,
    next: more ? encodeCursor({ at: more.toISOString(), id: last.id }) : null,
  };
}

function wanted({ search, place, work, language }: OpeningFilters): Prisma.OpeningWhereInput[] {
  const words = told(search).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return [
    ...words.map((word) => ({
      OR: [
        ...[{ titleEn: contains(word) }, { titleZh: contains(word) }],
        ...[{ textEn: contains(word) }, { textZh: contains(word) }],
        { organisation: { name: contains(word) } },
      ],
    })),
    ...(told(place) ? [{ place: contains(told(place)) }] : []),
    ...(work ? [{ workPlaces: { has: work } }] : []),
    ...(language ? [{ languages: { array_contains: [{ language }] } }] : []),
  ];
}

function after(cursor: string): Prisma.OpeningWhereInput {
  const { at, id } = decodeCursor(cursor, keySchema);
  const publishedAt = new Date(at);
  return { OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] };
}
