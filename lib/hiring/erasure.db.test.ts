import { beforeEach, describe, expect, it } from "vitest";
import { erasePerson } from "@/lib/accounts/erase-person";
import type { UserActor } from "@/lib/auth/actor";
import { listViews } from "@/lib/candidates/list-views";
import { readLog } from "@/lib/organisations/read-log";
import { db, pool } from "@/lib/platform/db";
import { invited, NOWHERE, shortlisted } from "@/lib/testing/candidacies";
import { columnsOf } from "@/lib/testing/fill-schema";
import { type Employer, employer, member } from "@/lib/testing/openings";
import { addNote } from "./add-note";
import { answerInvitation } from "./answer-invitation";
import { listCandidacies } from "./list-candidacies";
import { messageCandidate } from "./message-candidate";
import { messageOrganisation } from "./message-organisation";
import { moveCandidacy } from "./move-candidacy";
import { readCandidacy } from "./read-candidacy";
import { readOwnConversation } from "./read-own-conversation";
import { unmask } from "./unmask";

let own: Employer;
let recruiter: UserActor;

beforeEach(async () => {
  own = await employer();
  recruiter = await member(own.id, "recruiter");
});

async function erase({ userId }: UserActor): Promise<string> {
  const person = await db().user.findUniqueOrThrow({ where: { id: userId } });
  await db().$transaction((tx) => erasePerson(tx, { kind: "system" }, person));
  return person.name;
}

/** Tables in which any row holds the text. */
async function holding(text: string): Promise<string[]> {
  const tables = [...new Set((await columnsOf()).map(({ table }) => table))];
  const found: string[] = [];
  for (const table of tables) {
    const { rows } = await pool().query(
      `SELECT 1 FROM "${table}" t WHERE to_jsonb(t)::text LIKE $1 LIMIT 1`,
      [`%${text}%`],
    );
    if (rows.length > 0) found.push(table);
  }
  return found;
}

/** A talk in which both have written, with a note, a move and a reason of the recruiter's. */
async function talk() {
  const all = await invited(own);
  const { ref, candidate, id } = all;
  await answerInvitation(candidate, id, { accept: true });
  await addNote(recruiter, ref, { text: "note-of-the-member" });
  await messageCandidate(recruiter, ref, { text: "words-of-the-member" });
  await messageOrganisation(candidate, id, { text: "words-of-the-candidate" });
  const end = { from: "talking", stage: "declined", reason: "reason-of-the-member" };
  await moveCandidacy(recruiter, ref, end);
  return all;
}

describe("when a candidate is erased", () => {
  it("what both wrote to and about each other is gone, for every member", async () => {
    const { ref, opening, candidate } = await talk();
    await erase(candidate);
    await expect(readCandidacy(own.owner, ref)).rejects.toMatchObject(NOWHERE);
    expect(await listCandidacies(own.owner, opening.ref)).toMatchObject({ candidacies: [] });
    for (const text of ["note-of-the-member", "reason-of-the-member", "words-of-the-"]) {
      expect(await holding(text), text).toEqual([]);
    }
    expect(await holding(candidate.userId)).toEqual(["AuditEvent"]);
  });
});

describe("when a member is erased", () => {
  it("notes, decisions and messages stay with the organisation, without his name", async () => {
    const { ref, candidate, id } = await talk();
    const name = await erase(recruiter);
    const { events, messages } = await readCandidacy(own.owner, ref);
    expect(JSON.stringify({ events, messages })).not.toContain(name);
    expect(events.slice(2)).toMatchObject([
      { kind: "stage", stage: "talking", byCandidate: true, member: null },
      { kind: "note", text: "note-of-the-member", byCandidate: false, member: null },
      { kind: "decision", text: "reason-of-the-member", byCandidate: false, member: null },
    ]);
    expect(messages).toMatchObject([
      { fromCandidate: false, text: "words-of-the-member", sender: null },
      { fromCandidate: true, text: "words-of-the-candidate" },
    ]);
    const read = await readOwnConversation(candidate, id);
    expect(read.messages[0]).toMatchObject({ text: "words-of-the-member", sender: null });
  });

  it("the reason of an unmasking stays with whom it was about, and in the log without a name", async () => {
    const { ref, candidate } = await shortlisted(own);
    await unmask(recruiter, ref, { reason: "why-he-was-unmasked" });
    const name = await erase(recruiter);
    expect(JSON.stringify(await listViews(candidate, {}))).toContain("why-he-was-unmasked");
    const { events } = await readLog(own.owner, own.slug);
    expect(events).toContainEqual(
      expect.objectContaining({ action: "candidate.unmasked", actor: null }),
    );
    expect(await holding(name)).toEqual([]);
  });
});
