import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { heardOf } from "./own-candidacy";
import { stateOf } from "./read-own-invitation";

const MOST = 100;

/** Invitations and conversations of the actor, the one with the latest news first. */
export async function listOwnConversations(actor: Actor) {
  const { userId } = requireSession(actor);
  const rows = await db().candidacy.findMany({
    where: { userId, ...heardOf(userId) },
    orderBy: { id: "desc" },
    take: MOST,
    select: {
      ...{ id: true, createdAt: true, invitation: true },
      opening: {
        select: { titleEn: true, titleZh: true, organisation: { select: { name: true } } },
      },
      messages: { orderBy: { id: "desc" }, take: 1, select: { at: true } },
      _count: { select: { messages: { where: { fromCandidate: false, readAt: null } } } },
    },
  });
  return rows
    .map(({ id, createdAt, opening, invitation, messages, _count }) => ({
      ...{ id, opening, unread: _count.messages, messages: messages.length },
      invitation: invitation && stateOf(invitation),
      at: messages[0]?.at ?? invitation?.answeredAt ?? invitation?.sentAt ?? createdAt,
    }))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}
export type ListedConversation = Awaited<ReturnType<typeof listOwnConversations>>[number];
