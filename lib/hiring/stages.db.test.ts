import { beforeAll, describe, expect, it, vi } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { lettersTo, NAME, NOWHERE, shortlisted } from "@/lib/testing/candidacies";
import { signedIn } from "@/lib/testing/fixtures";
import { type Employer, employer, member } from "@/lib/testing/openings";
import { addNote } from "./add-note";
import { moveCandidacy } from "./move-candidacy";
import { readCandidacy } from "./read-candidacy";
import { unmask } from "./unmask";

vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://skills.example.org";
});

let own: Employer;
let other: Employer;
let outsider: UserActor;

beforeAll(async () => {
  [own, other, outsider] = [await employer(), await employer(), await signedIn()];
});

describe("stages, notes and decisions", () => {
  it("are kept as events; an end needs a reason; the slower of two is told", async () => {
    const { ref } = await shortlisted(own);
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
    const { ref, candidate } = await shortlisted(own);
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
    const { ref, candidate, id } = await shortlisted(own);
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
    expect((await lettersTo(candidate)).map(({ subject }) => subject)).toEqual([
      `${own.name} now sees your name`,
    ]);
  });
});
