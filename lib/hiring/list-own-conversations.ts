import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { cursorTime, cutPage, decodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { heardOf } from "./own-candidacy";
import { stateOf } from "./read-own-invitation";

const keySchema = z.object({ at: cursorTime, id: z.uuid() });

type Query = { cursor?: string | undefined; limit?: number };

/** Invitations and conversations of the actor, the one with the latest news first. */
export async function listOwnConversations(actor: Actor, { cursor, limit }: Query = {}) {
  const { userId } = requireSession(actor);
  const size = pageSize.parse(limit);
  // All of one person's: which has the latest news is known once its last message is.
  const rows = await db().candidacy.findMany({
    where: { userId, ...heardOf(userId) },
    select: {
      ...{ id: true, createdAt: true, invitation: true },
      opening: {
        select: { titleEn: true, titleZh: true, organisation: { select: { name: true } } },
      },
      messages: { orderBy: { id: "desc" }, take: 1, select: { at: true } },
      _count: { select: { messages: { where: { fromCandidate: false, readAt: null } } } },
    },
  });
  const listed = rows
    .map(({ id, createdAt, opening, invitation, messages, _count }) => ({
      ...{ id, opening, unread: _count.messages, messages: messages.length },
      invitation: invitation && stateOf(invitation),
      at: messages[0]?.at ?? invitation?.answeredAt ?? invitation?.sentAt ?? createdAt,
    }))
    .sort((a, b) => -inOrder(a, b));
  const after = cursor ? lastOf(cursor) : undefined;
  const rest = after ? listed.filter((one) => inOrder(one, after) < 0) : listed;
  const { page, next } = cutPage(rest, size, ({ at, id }) => ({ at: at.toISOString(), id }));
  return { conversations: page, next };
}
export type ListedConversation = Awaited<
  ReturnType<typeof listOwnConversations>
>["conversations"][number];

type Place = { at: Date; id: string };

const inOrder = (a: Place, b: Place) =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));

function lastOf(cursor: string): Place {
  const { at, id } = decodeCursor(cursor, keySchema);
  return { at: new Date(at), id };
}
