import { z } from "zod";
import { cutPage, decodeCursor } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";

const keySchema = z.object({ id: z.uuid() });

/** Messages on a page. */
const SIZE = 100;

/** A page of a conversation, oldest first: the newest, or those before a marker. */
export async function readMessages(candidacyId: string, before?: string) {
  const rows = await db().message.findMany({
    where: { candidacyId, ...(before && { id: { lt: decodeCursor(before, keySchema).id } }) },
    orderBy: { id: "desc" },
    take: SIZE + 1,
    select: {
      ...{ id: true, fromCandidate: true, text: true, at: true, readAt: true },
      sender: { select: { name: true } },
    },
  });
  const { page, next } = cutPage(rows, SIZE, ({ id }) => ({ id }));
  return { messages: page.reverse(), earlier: next };
}
