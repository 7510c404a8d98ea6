import { beforeAll, describe, expect, it, vi } from "vitest";
import { apply } from "@/lib/applications/apply";
import { listOwnApplications } from "@/lib/applications/list-own-applications";
import { readApplyForm } from "@/lib/applications/read-apply-form";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import type { Actor, UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { openCandidate } from "@/lib/testing/candidates";
import { publishSmall, signedIn } from "@/lib/testing/fixtures";
import { judged } from "@/lib/testing/judged";
import { type Employer, employer, member, openOpening } from "@/lib/testing/openings";
import { registerWorker } from "@/lib/workers/heartbeat";
import { addNote } from "./add-note";
import { answerInvitation } from "./answer-invitation";
import { blockOrganisation } from "./block-organisation";
import { exportCandidacies } from "./export-candidacies";
import { invite } from "./invite";
import { listCandidacies } from "./list-candidacies";
import { listOwnConversations } from "./list-own-conversations";
import { messageCandidate } from "./message-candidate";
import { messageOrganisation } from "./message-organisation";
import { moveCandidacy } from "./move-candidacy";
import { readCandidacy } from "./read-candidacy";
import { readOwnConversation } from "./read-own-conversation";
import { readOwnInvitation } from "./read-own-invitation";
import { shortlist } from "./shortlist";
import { unmask } from "./unmask";
import { withdrawInvitation } from "./withdraw-invitation";

vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://skills.example.org";
});

const NOWHERE = { kind: "not_found" };
const NAME = "Zwetlana Quorx";
const SCHOOL = "Academy of Quartz";

let own: Employer;
let other: Employer;
let outsider: UserActor;

beforeAll(async () => {
  await registerWorker("w", 4, {});
  await publishSmall("one");
  [own, other, outsider] = [await employer(), await employer(), await signedIn()];
});

const person = (given: Parameters<typeof openCandidate>[0] = {}) =>
  openCandidate({
    name: NAME,
    texts: [
      {
        ...{ locale: "en", headline: `${NAME} trains models`, summary: `I am ${NAME}.` },
        education: [{ institution: SCHOOL, area: "ML", degree: "MSc" }],
      },
    ],
    ...given,
  });

/** A candidate on the shortlist of an opening. */
async function listed(by = own, given: Parameters<typeof openCandidate>[0] = {}) {
  const opening = await openOpening(by);
  const candidate = await person(given);
  const ref = { ...opening.ref, candidate: candidate.userId };
  await shortlist(by.owner, opening.ref, candidate.userId);
  const { id } = await db().candidacy.findFirstOrThrow({ where: { openingId: opening.id } });
  return { opening, candidate, ref, id };
}

/** The same, invited. */
async function invited(by = own) {
  const all = await listed(by);
  await invite(by.owner, all.ref, { text: "Shall we talk?" });
  return all;
}

const letters = (actor: UserActor) =>
  db().mailMessage.findMany({ where: { userId: actor.userId }, orderBy: { id: "asc" } });

const everything = (value: unknown) => JSON.stringify(value);

describe("a shortlist", () => {
  it("takes who may be found, once, and shows him masked to members alone", async () => {
    const { opening, candidate, ref } = await listed();
    await shortlist(own.owner, opening.ref, candidate.userId);
    const list = await listCandidacies(own.owner, opening.ref);
    expect(list).toMatchObject({ counts: { applied: 0, shortlisted: 1 }, recruits: true });
    expect(list.candidacies[0]).toMatchObject({
      stage: "shortlisted",
      candidate: { masked: true },
    });
    const opened = await readCandidacy(own.owner, ref);
    const exported = await exportCandidacies(own.owner, opening.ref, "en");
    for (const seen of [list, opened, exported]) {
      expect(everything(seen)).not.toMatch(/Quorx|Zwetlana|Academy|@example/);
    }
    const views = await db().candidateView.findMany({ where: { userId: candidate.userId } });
    expect(views.map(({ kind }) => kind).sort()).toEqual(["exported", "listed", "opened"]);
    for (const who of [other.owner, outsider, candidate]) {
      await expect(listCandidacies(who, opening.ref)).rejects.toMatchObject(NOWHERE);
      await expect(readCandidacy(who, ref)).rejects.toMatchObject(NOWHERE);
      await expect(exportCandidacies(who, opening.ref, "en")).rejects.toMatchObject(NOWHERE);
      await expect(shortlist(who, opening.ref, candidate.userId)).rejects.toMatchObject(NOWHERE);
    }
  });

  it("takes nobody who may not be found, and loses who takes his consent back, at once", async () => {
    const opening = await openOpening(own);
    for (const given of [
      { discoverability: "nobody" as const },
      { discoverability: "chosen" as const },
    ]) {
      const hidden = await person(given);
      await expect(shortlist(own.owner, opening.ref, hidden.userId)).rejects.toMatchObject(NOWHERE);
    }
    const { candidate, ref } = await listed();
    await db().candidate.update({
      where: { userId: candidate.userId },
      data: { discoverability: "nobody" },
    });
    await expect(readCandidacy(own.owner, ref)).rejects.toMatchObject(NOWHERE);
    await expect(invite(own.owner, ref, { text: "Hi" })).rejects.toMatchObject(NOWHERE);
    expect((await listCandidacies(own.owner, ref)).candidacies).toEqual([]);
  });

  it("is not for organisations that are unverified or suspended", async () => {
    const { ref, opening } = await listed(await employer());
    await db().organisation.update({
      where: { slug: ref.organisation },
      data: { status: "suspended" },
    });
    const owner = await db().member.findFirstOrThrow({
      where: { organisation: { slug: ref.organisation } },
    });
    const actor = { ...outsider, userId: owner.userId };
    await expect(listCandidacies(actor, opening.ref)).rejects.toMatchObject(NOWHERE);
    await expect(readCandidacy(actor, ref)).rejects.toMatchObject(NOWHERE);
  });
});

describe("stages, notes and decisions", () => {
  it("are kept as events; an end needs a reason; the slower of two is told", async () => {
    const { ref } = await listed();
    const reader = await member(own.id, "hiring_manager");
    await addNote(reader, ref, { text: "Strong on optimisers" });
    await moveCandidacy(reader, ref, { from: "shortlisted", stage: "offered" });
    await expect(
      moveCandidacy(own.owner, ref, { from: "shortlisted", stage: "talking" }),
    ).rejects.toMatchObject({ kind: "conflict" });
    const decline = { from: "offered", stage: "declined", reason: "" };
    await expect(moveCandidacy(own.owner, ref, decline)).rejects.toMatchObject({
      issues: [{ path: "reason", code: "decision_reason" }],
    });
    await moveCandidacy(own.owner, ref, { ...decline, reason: "Somebody else was faster" });
    const { events, stage } = await readCandidacy(own.owner, ref);
    expect(stage).toBe("declined");
    expect(events.map(({ kind, stage: to, text }) => [kind, to, text])).toEqual([
      ["stage", "shortlisted", ""],
      ["note", null, "Strong on optimisers"],
      ["stage", "offered", ""],
      ["decision", "declined", "Somebody else was faster"],
    ]);
  });

  it("do not exist for others, nor for candidates", async () => {
    const { ref, candidate } = await listed();
    for (const who of [other.owner, outsider, candidate]) {
      await expect(addNote(who, ref, { text: "x" })).rejects.toMatchObject(NOWHERE);
      await expect(
        moveCandidacy(who, ref, { from: "shortlisted", stage: "talking" }),
      ).rejects.toMatchObject(NOWHERE);
    }
    for (const input of [{ stage: "applied", from: "shortlisted" }, { stage: "x" }]) {
      await expect(moveCandidacy(own.owner, ref, input)).rejects.toMatchObject({
        kind: "invalid_input",
      });
    }
    await expect(addNote(own.owner, ref, { text: "a\u0000" })).rejects.toMatchObject({
      kind: "invalid_input",
    });
  });
});

describe("an unmasking", () => {
  it("needs a reason, is logged three times, and the candidate is told", async () => {
    const { ref, candidate, id } = await listed();
    await expect(unmask(own.owner, ref, { reason: " " })).rejects.toMatchObject({
      kind: "invalid_input",
    });
    const reader = await member(own.id, "hiring_manager");
    for (const who of [reader, other.owner, outsider]) {
      await expect(unmask(who, ref, { reason: "Why not" })).rejects.toMatchObject(NOWHERE);
    }
    await unmask(own.owner, ref, { reason: "To check a reference" });
    await unmask(own.owner, ref, { reason: "Again" });
    const { candidate: shown, events } = await readCandidacy(own.owner, ref);
    expect(shown).toMatchObject({ masked: false, name: NAME });
    expect(events.filter(({ kind }) => kind === "unmasked")).toMatchObject([
      { text: "To check a reference" },
    ]);
    const view = await db().candidateView.findFirst({
      where: { userId: candidate.userId, kind: "unmasked" },
    });
    expect(view?.reason).toBe("To check a reference");
    const audit = await db().auditEvent.findMany({
      where: { action: "candidate.unmasked", subject: `organisation:${own.id}` },
    });
    expect(audit.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ candidacy: id }),
    );
    expect((await letters(candidate)).map(({ subject }) => subject)).toEqual([
      `${own.name} now sees your name`,
    ]);
  });
});

describe("an invitation", () => {
  it("is read and accepted by the candidate; names are shown from then on and both write", async () => {
    const { ref, candidate, id } = await invited();
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
    expect((await letters(candidate)).map(({ subject }) => subject)).toEqual([
      `${own.name} would like to talk to you`,
      `A message from ${own.name}`,
    ]);
    await expect(answerInvitation(candidate, id, { accept: false })).rejects.toMatchObject({
      kind: "gone",
    });
  });

  it("that is declined asks for peace; a no is heard in every opening", async () => {
    const { ref, candidate, id } = await invited();
    await answerInvitation(candidate, id, { accept: false, text: `Sorry, ${NAME}` });
    const opened = await readCandidacy(own.owner, ref);
    expect(opened).toMatchObject({ stage: "declined", invitation: { state: "declined" } });
    expect(opened.invitation?.answer).toBe("Sorry, ▮▮▮");
    await expect(invite(own.owner, ref, { text: "Please" })).rejects.toMatchObject({
      code: "invitation_respite",
    });
    const again = await openOpening(own);
    await shortlist(own.owner, again.ref, candidate.userId);
    const there = { ...again.ref, candidate: candidate.userId };
    await expect(invite(own.owner, there, { text: "Please" })).rejects.toMatchObject({
      code: "invitation_respite",
    });
  });

  it("is one at a time, can be withdrawn, and runs out", async () => {
    const { ref, candidate, id } = await invited();
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
    const { ref, opening, id } = await listed(by);
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

describe("an application", () => {
  it("shows what was chosen, by name, until it is withdrawn in one click", async () => {
    const opening = await openOpening(own);
    const applicant = await signedIn();
    const piece = await judged(applicant, "one");
    expect((await readApplyForm(applicant, opening.id)).proofs.submissions).toMatchObject([
      { id: piece, score: 1 },
    ]);
    await apply(applicant, opening.id, { text: "I want this", submissions: [piece] });
    await expect(apply(applicant, opening.id, {})).rejects.toMatchObject({
      code: "already_applied",
    });
    const ref = { ...opening.ref, candidate: applicant.userId };
    expect(await readCandidacy(own.owner, ref)).toMatchObject({
      ...{ stage: "applied", talks: true, candidate: { masked: false } },
      application: { text: "I want this", proofs: { submissions: [{ challenge: "one" }] } },
    });
    expect((await letters(own.owner)).at(-1)?.subject).toBe("New application: Training engineer");
    const [sent] = (await listOwnApplications(applicant)).applications;
    expect(sent).toMatchObject({ state: "sent", readable: true });
    for (const who of [outsider, own.owner]) {
      expect((await listOwnApplications(who)).applications).toEqual([]);
      await expect(withdrawApplication(who, sent?.id ?? "")).rejects.toMatchObject(NOWHERE);
    }
    await withdrawApplication(applicant, sent?.id ?? "");
    await expect(readCandidacy(own.owner, ref)).rejects.toMatchObject(NOWHERE);
    expect((await listCandidacies(own.owner, opening.ref)).candidacies).toEqual([]);
    await expect(shortlist(own.owner, opening.ref, applicant.userId)).rejects.toMatchObject(
      NOWHERE,
    );
    await apply(applicant, opening.id, { text: "Again" });
    expect(await readCandidacy(own.owner, ref)).toMatchObject({ application: { text: "Again" } });
  });

  it("withdrawn by who may be found hides the name again, and him", async () => {
    const opening = await openOpening(own);
    const applicant = await person();
    await apply(applicant, opening.id, {});
    const [sent] = (await listOwnApplications(applicant)).applications;
    await withdrawApplication(applicant, sent?.id ?? "");
    const ref = { ...opening.ref, candidate: applicant.userId };
    await expect(readCandidacy(own.owner, ref)).rejects.toMatchObject(NOWHERE);
    const kept = await db().candidacy.findFirst({ where: { openingId: opening.id } });
    expect(kept?.unmaskedAt).toBeNull();
  });

  it("to a blind opening keeps the name back, also in what was written", async () => {
    const opening = await openOpening(own, { blind: true });
    const applicant = await person({ blind: false });
    await apply(applicant, opening.id, {
      text: `Yours, ${NAME}, ${SCHOOL}, z@example.org, +49 170 1234567`,
    });
    const ref = { ...opening.ref, candidate: applicant.userId };
    const { id } = await db().candidacy.findFirstOrThrow({ where: { openingId: opening.id } });
    await messageOrganisation(applicant, id, { text: `It is me, Zwetlana, of ${SCHOOL}` });
    const seen = [
      await readCandidacy(own.owner, ref),
      await listCandidacies(own.owner, opening.ref),
      await exportCandidacies(own.owner, opening.ref, "zh"),
      await letters(own.owner),
    ];
    expect(everything(seen)).not.toMatch(/Quorx|Zwetlana|Academy|z@example|1234567/);
    await unmask(own.owner, ref, { reason: "The contract" });
    expect(everything(await readCandidacy(own.owner, ref))).toMatch(/Yours, Zwetlana Quorx/);
  });

  it("shows own proofs alone, and goes to public openings of others alone", async () => {
    const opening = await openOpening(own);
    const applicant = await signedIn();
    const foreign = await judged(outsider, "one");
    await expect(apply(applicant, opening.id, { submissions: [foreign] })).rejects.toMatchObject({
      issues: [{ path: "submissions", code: "proof_gone" }],
    });
    await expect(apply(own.owner, opening.id, {})).rejects.toMatchObject({ code: "own_opening" });
    const hidden = await openOpening(own, { public: false });
    await expect(apply(applicant, hidden.id, {})).rejects.toMatchObject(NOWHERE);
    const visitor: Actor = { kind: "visitor", address: "192.0.2.1" };
    await expect(apply(visitor, opening.id, {})).rejects.toMatchObject({ kind: "not_signed_in" });
    await expect(apply(applicant, opening.id, { text: "\u0000" })).rejects.toMatchObject({
      kind: "invalid_input",
    });
  });
});

describe("a conversation", () => {
  it("is between the two alone", async () => {
    const { ref, candidate, id } = await invited();
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
    const { ref, candidate, id } = await invited();
    await answerInvitation(candidate, id, { accept: true });
    await messageCandidate(own.owner, ref, { text: "One" });
    await messageCandidate(own.owner, ref, { text: "Two" });
    expect(await listOwnConversations(candidate)).toMatchObject({
      conversations: [{ id, unread: 2 }],
    });
    expect(await letters(candidate)).toHaveLength(2);
    await readOwnConversation(candidate, id);
    expect(await listOwnConversations(candidate)).toMatchObject({ conversations: [{ unread: 0 }] });
  });

  it("ends when the candidate blocks the organisation", async () => {
    const { ref, candidate, id } = await invited();
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
    const { candidate, id } = await listed();
    expect((await listOwnConversations(candidate)).conversations).toEqual([]);
    await expect(readOwnConversation(candidate, id)).rejects.toMatchObject(NOWHERE);
  });

  it("writes letters whose subjects hold no second line", async () => {
    const by = await employer({ name: "Evil\r\nBcc: all@example.org" });
    const { candidate } = await invited(by);
    const [letter] = await letters(candidate);
    expect(letter?.subject).toBe("Evil Bcc: all@example.org would like to talk to you");
  });
});
