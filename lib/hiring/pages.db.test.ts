import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { besideOpening } from "@/lib/testing/candidacies";
import { openCandidate } from "@/lib/testing/candidates";
import { type Employer, employer, openOpening } from "@/lib/testing/openings";
import { exportCandidacies } from "./export-candidacies";
import { listOwnConversations } from "./list-own-conversations";
import { readCandidacy } from "./read-candidacy";
import { readOwnConversation } from "./read-own-conversation";

let own: Employer;

beforeAll(async () => {
  own = await employer();
});

/** A candidate who accepted to talk about an opening. */
async function talking(candidate = openCandidate()) {
  const { userId, ...rest } = await candidate;
  const opening = await openOpening(own);
  const { id } = await db().candidacy.create({
    data: {
      ...{ openingId: opening.id, userId, stage: "talking" },
      invitation: { create: { text: "Talk?", status: "accepted", expiresAt: new Date() } },
    },
  });
  return { id, actor: { userId, ...rest }, ref: besideOpening(opening, { userId }) };
}

const say = async (candidacyId: string, texts: string[], at?: Date) => {
  for (const text of texts) {
    await db().message.create({
      data: { candidacyId, fromCandidate: true, text, ...(at && { at }) },
    });
  }
};

it("a long conversation is read whole, page by page, on both sides", async () => {
  const { id, actor, ref } = await talking();
  const texts = Array.from({ length: 130 }, (_, at) => `Message ${at}`);
  await say(id, texts);
  const newest = await readCandidacy(own.owner, ref);
  const before = { before: newest.earlier ?? "" };
  const rest = await readCandidacy(own.owner, ref, before);
  expect(rest.earlier).toBeNull();
  expect([...rest.messages, ...newest.messages].map(({ text }) => text)).toEqual(texts);
  const his = await readOwnConversation(actor, id, before);
  expect(his.messages.map(({ text }) => text)).toEqual(texts.slice(0, 30));
});

it("conversations come with the latest news first, however old they are", async () => {
  const first = await talking();
  const again = Promise.resolve(first.actor);
  const second = await talking(again);
  const third = await talking(again);
  await say(first.id, ["News"], new Date(Date.now() + 60_000));
  const page = await listOwnConversations(first.actor, { limit: 2 });
  const rest = await listOwnConversations(first.actor, { limit: 2, cursor: page.next ?? "" });
  const ids = [...page.conversations, ...rest.conversations].map(({ id }) => id);
  expect(ids).toEqual([first.id, third.id, second.id]);
  expect(rest.next).toBeNull();
});

it("the sheet holds every candidate, however many there are", async () => {
  const { id: openingId, ref } = await openOpening(own);
  const people = Array.from({ length: 501 }, (_, at) => ({
    ...{ email: `sheet-${at}@example.org`, name: `Person ${at}` },
  }));
  const users = await db().user.createManyAndReturn({ data: people, select: { id: true } });
  const ids = users.map(({ id: userId }) => ({ userId }));
  await db().candidate.createMany({
    data: ids.map((one) => ({ ...one, discoverability: "verified", blind: false })),
  });
  await db().candidacy.createMany({ data: ids.map((one) => ({ ...one, openingId })) });
  const { text } = await exportCandidacies(own.owner, ref, "en");
  for (const { name } of people) expect(text).toContain(`${name},`);
  const noted = await db().candidateView.count({ where: { openingId, kind: "exported" } });
  expect(noted).toBe(501);
});
