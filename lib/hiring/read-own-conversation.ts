import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { writable } from "./conversation-state";
import { ownCandidacy } from "./own-candidacy";
import { readMessages } from "./read-messages";

/**
 * A conversation of the actor's with an organisation: a page of messages, the newest or those before
 * a marker. What is new in it counts as read.
 */
export async function readOwnConversation(
  actor: Actor,
  id: string,
  { before }: { before?: string | undefined } = {},
) {
  const found = await db().candidacy.findFirst({
    where: ownCandidacy(actor, id),
    select: {
      ...{ id: true, userId: true, openingId: true, unmaskedAt: true },
      opening: {
        select: {
          ...{ id: true, titleEn: true, titleZh: true },
          organisation: {
            select: {
              ...{ id: true, name: true },
              candidates: { where: { kind: "blocked" }, select: { userId: true } },
            },
          },
        },
      },
    },
  });
  if (!found) throw notFound();
  const { userId, openingId, opening } = found;
  const [open, { messages, earlier }] = await Promise.all([
    db().candidacy.count({ where: { id: found.id, ...writable(userId, openingId) } }),
    readMessages(found.id, before),
  ]);
  await db().message.updateMany({
    where: { candidacyId: found.id, fromCandidate: false, readAt: null },
    data: { readAt: new Date() },
  });
  const { candidates, ...organisation } = opening.organisation;
  return {
    ...{ id: found.id, opening, organisation, open: open > 0 },
    blocked: candidates.some((one) => one.userId === userId),
    earlier,
    messages: messages.map(({ sender, ...message }) => ({
      ...message,
      // Which member wrote is the organisation's to tell.
      sender: message.fromCandidate ? null : (sender?.name ?? null),
    })),
  };
}
