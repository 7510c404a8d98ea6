import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor, UserActor } from "@/lib/auth/actor";
import { exportCandidacies } from "@/lib/hiring/export-candidacies";
import { listCandidacies } from "@/lib/hiring/list-candidacies";
import { messageOrganisation } from "@/lib/hiring/message-organisation";
import { readCandidacy } from "@/lib/hiring/read-candidacy";
import { shortlist } from "@/lib/hiring/shortlist";
import { unmask } from "@/lib/hiring/unmask";
import { db } from "@/lib/platform/db";
import {
  besideOpening,
  lettersTo,
  NAME,
  NOWHERE,
  namedCandidate,
  SCHOOL,
} from "@/lib/testing/candidacies";
import { publishSmall, signedIn } from "@/lib/testing/fixtures";
import { judged } from "@/lib/testing/judged";
import { type Employer, employer, openOpening } from "@/lib/testing/openings";
import { registerWorker } from "@/lib/workers/heartbeat";
import { apply } from "./apply";
import { listOwnApplications } from "./list-own-applications";
import { readApplyForm } from "./read-apply-form";
import { withdrawApplication } from "./withdraw-application";

vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://skills.example.org";
});

let own: Employer;
let outsider: UserActor;

beforeAll(async () => {
  await registerWorker("w", 4, {});
  await publishSmall("one");
  [own, outsider] = [await employer(), await signedIn()];
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
    const ref = besideOpening(opening, applicant);
    expect(await readCandidacy(own.owner, ref)).toMatchObject({
      ...{ stage: "applied", talks: true, candidate: { masked: false } },
      application: { text: "I want this", proofs: { submissions: [{ challenge: "one" }] } },
    });
    expect((await lettersTo(own.owner)).at(-1)?.subject).toBe("New application: Training engineer");
    const [sent] = (await listOwnApplications(applicant)).applications;
    expect(sent).toMatchObject({ state: "sent", readable: true });
    for (const who of [outsider, own.owner]) {
      expect((await listOwnApplications(who)).applications).toEqual([]);
      await expect(withdrawApplication(who, sent?.id ?? "")).rejects.toMatchObject(NOWHERE);
    }
    await withdrawApplication(applicant, sent?.id ?? "");
    await expect(readCandidacy(own.owner, ref)).rejects.toMatchObject(NOWHERE);
    expect((await listCandidacies(own.owner, opening.ref)).candidacies).toEqual([]);
    await expect(shortlist(own.owner, opening.ref, ref.candidate)).rejects.toMatchObject(NOWHERE);
    await apply(applicant, opening.id, { text: "Again" });
    expect(await readCandidacy(own.owner, ref)).toMatchObject({ application: { text: "Again" } });
  });

  it("withdrawn by who may be found hides the name again, and him", async () => {
    const opening = await openOpening(own);
    const applicant = await namedCandidate();
    await apply(applicant, opening.id, {});
    const [sent] = (await listOwnApplications(applicant)).applications;
    await withdrawApplication(applicant, sent?.id ?? "");
    const ref = besideOpening(opening, applicant);
    await expect(readCandidacy(own.owner, ref)).rejects.toMatchObject(NOWHERE);
    const kept = await db().candidacy.findFirst({ where: { openingId: opening.id } });
    expect(kept?.unmaskedAt).toBeNull();
  });

  it("to a blind opening keeps the name back, also in what was written", async () => {
    const opening = await openOpening(own, { blind: true });
    const applicant = await namedCandidate({ blind: false });
    await apply(applicant, opening.id, {
      text: `Yours, ${NAME}, ${SCHOOL}, z@example.org, +49 170 1234567`,
    });
    const ref = besideOpening(opening, applicant);
    const { id } = await db().candidacy.findFirstOrThrow({ where: { openingId: opening.id } });
    await messageOrganisation(applicant, id, { text: `It is me, Zwetlana, of ${SCHOOL}` });
    const seen = [
      await readCandidacy(own.owner, ref),
      await listCandidacies(own.owner, opening.ref),
      await exportCandidacies(own.owner, opening.ref, "zh"),
      await lettersTo(own.owner),
    ];
    expect(JSON.stringify(seen)).not.toMatch(/Quorx|Zwetlana|Academy|z@example|1234567/);
    await unmask(own.owner, ref, { reason: "The contract" });
    expect(JSON.stringify(await readCandidacy(own.owner, ref))).toMatch(/Yours, Zwetlana Quorx/);
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
