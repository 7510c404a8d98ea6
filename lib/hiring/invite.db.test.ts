import { beforeAll, describe, expect, it, vi } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import {
  besideOpening,
  invited,
  lettersTo,
  NAME,
  NOWHERE,
  shortlisted,
} from "@/lib/testing/candidacies";
import { signedIn } from "@/lib/testing/fixtures";
import { type Employer, employer, member, openOpening } from "@/lib/testing/openings";
import { answerInvitation } from "./answer-invitation";
import { invite } from "./invite";
import { messageCandidate } from "./message-candidate";
import { messageOrganisation } from "./message-organisation";
import { readCandidacy } from "./read-candidacy";
import { readOwnConversation } from "./read-own-conversation";
import { readOwnInvitation } from "./read-own-invitation";
import { shortlist } from "./shortlist";
import { withdrawInvitation } from "./withdraw-invitation";

vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://skills.example.org";
});

let own: Employer;
let other: Employer;
let outsider: UserActor;

beforeAll(async () => {
  [own, other, outsider] = [await employer(), await employer(), await signedIn()];
});

describe("an invitation", () => {
  it("is read and accepted by the candidate; names are shown from then on and both write", async () => {
    const { ref, candidate, id } = await invited(own);
    for (const who of [outsider, own.owner]) {
      await expect(readOwnInvitation(who, id)).rejects.toMatchObject(NOWHERE);
      await expect(answerInvitation(who, id, { accept: true })).rejects.toMatchObject(NOWHERE);
    }
    const closed = { code: "conversation_closed" };
    await expect(messageCandidate(own.owner, ref, { text: "Hi" })).rejects.toMatchObject(closed);
    await expect(messageOrganisation(candidate, id, { text: "Hi" })).rejects.toMatchObject(closed);
    expect(await readOwnInvitation(candidate, id)).toMatchObject({ state: "sent" });
    await answerInvitation(candidate, id, { accept: true });
    expect(await readCandidacy(own.owner, ref)).toMatchObject({
      ...{ stage: "talking", talks: true, candidate: { masked: false, name: NAME } },
    });
    await messageCandidate(own.owner, ref, { text: "Hello <b>" });
    await messageOrganisation(candidate, id, { text: "Hello back" });
    expect((await readOwnConversation(candidate, id)).messages).toMatchObject([
      { fromCandidate: false, text: "Hello <b>" },
      { fromCandidate: true, text: "Hello back", sender: null },
    ]);
    expect((await lettersTo(candidate)).map(({ subject }) => subject)).toEqual([
      `${own.name} would like to talk to you`,
      `A message from ${own.name}`,
    ]);
    await expect(answerInvitation(candidate, id, { accept: false })).rejects.toMatchObject({
      kind: "gone",
    });
  });

  it("that is declined asks for peace; a no is heard in every opening", async () => {
    const { ref, candidate, id } = await invited(own);
    await answerInvitation(candidate, id, { accept: false, text: `Sorry, ${NAME}` });
    const opened = await readCandidacy(own.owner, ref);
    expect(opened).toMatchObject({ stage: "declined", invitation: { state: "declined" } });
    expect(opened.invitation?.answer).toBe("Sorry, ▮▮▮");
    await expect(invite(own.owner, ref, { text: "Please" })).rejects.toMatchObject({
      code: "invitation_respite",
    });
    const again = await openOpening(own);
    const there = besideOpening(again, candidate);
    await shortlist(own.owner, again.ref, there.candidate);
    await expect(invite(own.owner, there, { text: "Please" })).rejects.toMatchObject({
      code: "invitation_respite",
    });
  });

  it("is one at a time, can be withdrawn, and runs out", async () => {
    const { ref, candidate, id } = await invited(own);
    await expect(invite(own.owner, ref, { text: "Hello?" })).rejects.toMatchObject({
      code: "invitation_open",
    });
    for (const who of [other.owner, outsider, await member(own.id, "hiring_manager")]) {
      await expect(withdrawInvitation(who, ref)).rejects.toMatchObject(NOWHERE);
      await expect(invite(who, ref, { text: "Hello?" })).rejects.toMatchObject(NOWHERE);
    }
    await withdrawInvitation(own.owner, ref);
    await expect(withdrawInvitation(own.owner, ref)).rejects.toMatchObject({ kind: "conflict" });
    await expect(answerInvitation(candidate, id, { accept: true })).rejects.toMatchObject({
      kind: "gone",
    });
    await invite(own.owner, ref, { text: "After all" });
    await db().openingInvitation.update({
      where: { candidacyId: id },
      data: { expiresAt: new Date(0) },
    });
    expect(await readOwnInvitation(candidate, id)).toMatchObject({ state: "expired" });
    await expect(answerInvitation(candidate, id, { accept: true })).rejects.toMatchObject({
      kind: "gone",
    });
  });

  it("is not sent for an opening that is not open, nor twenty-one times a day", async () => {
    const by = await employer();
    const { ref, opening, id } = await shortlisted(by);
    await db().opening.update({ where: { id: opening.id }, data: { status: "closed" } });
    await expect(invite(by.owner, ref, { text: "Hi" })).rejects.toMatchObject({
      code: "opening_not_open",
    });
    await db().opening.update({ where: { id: opening.id }, data: { status: "open" } });
    for (let at = 0; at < 20; at++) {
      await invite(by.owner, ref, { text: "Hi" });
      await db().openingInvitation.delete({ where: { candidacyId: id } });
    }
    await expect(invite(by.owner, ref, { text: "Hi" })).rejects.toMatchObject({
      kind: "rate_limited",
    });
  });
});
