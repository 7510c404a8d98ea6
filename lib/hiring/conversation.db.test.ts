import { beforeAll, describe, expect, it, vi } from "vitest";
import { apply } from "@/lib/applications/apply";
import type { UserActor } from "@/lib/auth/actor";
import { invited, lettersTo, NOWHERE, shortlisted } from "@/lib/testing/candidacies";
import { signedIn } from "@/lib/testing/fixtures";
import { type Employer, employer, member } from "@/lib/testing/openings";
import { answerInvitation } from "./answer-invitation";
import { blockOrganisation } from "./block-organisation";
import { listOwnConversations } from "./list-own-conversations";
import { messageCandidate } from "./message-candidate";
import { messageOrganisation } from "./message-organisation";
import { readCandidacy } from "./read-candidacy";
import { readOwnConversation } from "./read-own-conversation";

vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://skills.example.org";
});

let own: Employer;
let other: Employer;
let outsider: UserActor;

beforeAll(async () => {
  [own, other, outsider] = [await employer(), await employer(), await signedIn()];
});

describe("a conversation", () => {
  it("is between the two alone", async () => {
    const { ref, candidate, id } = await invited(own);
    await answerInvitation(candidate, id, { accept: true });
    for (const who of [other.owner, outsider, own.owner]) {
      await expect(readOwnConversation(who, id)).rejects.toMatchObject(NOWHERE);
      await expect(messageOrganisation(who, id, { text: "x" })).rejects.toMatchObject(NOWHERE);
      await expect(blockOrganisation(who, id)).rejects.toMatchObject(NOWHERE);
    }
    for (const who of [other.owner, outsider, candidate, await member(own.id, "hiring_manager")]) {
      await expect(messageCandidate(who, ref, { text: "x" })).rejects.toMatchObject(NOWHERE);
    }
    await expect(messageCandidate(own.owner, ref, { text: " " })).rejects.toMatchObject({
      issues: [{ path: "text", code: "text_missing" }],
    });
  });

  it("counts what is new, and one letter an hour tells of it", async () => {
    const { ref, candidate, id } = await invited(own);
    await answerInvitation(candidate, id, { accept: true });
    await messageCandidate(own.owner, ref, { text: "One" });
    await messageCandidate(own.owner, ref, { text: "Two" });
    expect(await listOwnConversations(candidate)).toMatchObject({
      conversations: [{ id, unread: 2 }],
    });
    expect(await lettersTo(candidate)).toHaveLength(2);
    await readOwnConversation(candidate, id);
    expect(await listOwnConversations(candidate)).toMatchObject({ conversations: [{ unread: 0 }] });
  });

  it("ends when the candidate blocks the organisation", async () => {
    const { ref, candidate, id } = await invited(own);
    await answerInvitation(candidate, id, { accept: true });
    await messageCandidate(own.owner, ref, { text: "One" });
    await blockOrganisation(candidate, id);
    expect(await readOwnConversation(candidate, id)).toMatchObject({ open: false, blocked: true });
    await expect(messageOrganisation(candidate, id, { text: "x" })).rejects.toMatchObject({
      code: "conversation_closed",
    });
    await expect(messageCandidate(own.owner, ref, { text: "x" })).rejects.toMatchObject(NOWHERE);
    await expect(readCandidacy(own.owner, ref)).rejects.toMatchObject(NOWHERE);
    const { opening } = ref;
    await expect(apply(candidate, opening, {})).rejects.toMatchObject({
      code: "organisation_blocked",
    });
  });

  it("does not show a candidate that he stands on a list of which he never heard", async () => {
    const { candidate, id } = await shortlisted(own);
    expect((await listOwnConversations(candidate)).conversations).toEqual([]);
    await expect(readOwnConversation(candidate, id)).rejects.toMatchObject(NOWHERE);
  });

  it("writes letters whose subjects hold no second line", async () => {
    const by = await employer({ name: "Evil\r\nBcc: all@example.org" });
    const { candidate } = await invited(by);
    const [letter] = await lettersTo(candidate);
    expect(letter?.subject).toBe("Evil Bcc: all@example.org would like to talk to you");
  });
});
