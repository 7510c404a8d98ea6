import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { besideOpening, NOWHERE, namedCandidate, shortlisted } from "@/lib/testing/candidacies";
import { signedIn } from "@/lib/testing/fixtures";
import { type Employer, employer, openOpening } from "@/lib/testing/openings";
import { exportCandidacies } from "./export-candidacies";
import { invite } from "./invite";
import { listCandidacies } from "./list-candidacies";
import { readCandidacy } from "./read-candidacy";
import { shortlist } from "./shortlist";

let own: Employer;
let other: Employer;
let outsider: UserActor;

beforeAll(async () => {
  [own, other, outsider] = [await employer(), await employer(), await signedIn()];
});

describe("a shortlist", () => {
  it("takes who may be found, once, and shows him masked to members alone", async () => {
    const { opening, candidate, ref } = await shortlisted(own);
    await shortlist(own.owner, opening.ref, ref.candidate);
    const list = await listCandidacies(own.owner, opening.ref);
    expect(list).toMatchObject({ counts: { applied: 0, shortlisted: 1 }, recruits: true });
    expect(list.candidacies[0]).toMatchObject({
      stage: "shortlisted",
      candidate: { masked: true },
    });
    const opened = await readCandidacy(own.owner, ref);
    const exported = await exportCandidacies(own.owner, opening.ref, "en");
    for (const seen of [list, opened, exported]) {
      expect(JSON.stringify(seen)).not.toMatch(/Quorx|Zwetlana|Academy|@example/);
    }
    const views = await db().candidateView.findMany({ where: { userId: candidate.userId } });
    expect(views.map(({ kind }) => kind).sort()).toEqual(["exported", "listed", "opened"]);
    for (const who of [other.owner, outsider, candidate]) {
      await expect(listCandidacies(who, opening.ref)).rejects.toMatchObject(NOWHERE);
      await expect(readCandidacy(who, ref)).rejects.toMatchObject(NOWHERE);
      await expect(exportCandidacies(who, opening.ref, "en")).rejects.toMatchObject(NOWHERE);
      await expect(shortlist(who, opening.ref, ref.candidate)).rejects.toMatchObject(NOWHERE);
    }
  });

  it("takes nobody who may not be found, and loses who takes his consent back, at once", async () => {
    const opening = await openOpening(own);
    for (const given of [
      { discoverability: "nobody" as const },
      { discoverability: "chosen" as const },
    ]) {
      const hidden = await namedCandidate(given);
      await expect(
        shortlist(own.owner, opening.ref, besideOpening(opening, hidden).candidate),
      ).rejects.toMatchObject(NOWHERE);
    }
    const { candidate, ref } = await shortlisted(own);
    await db().candidate.update({
      where: { userId: candidate.userId },
      data: { discoverability: "nobody" },
    });
    await expect(readCandidacy(own.owner, ref)).rejects.toMatchObject(NOWHERE);
    await expect(invite(own.owner, ref, { text: "Hi" })).rejects.toMatchObject(NOWHERE);
    expect((await listCandidacies(own.owner, ref)).candidacies).toEqual([]);
  });

  it("is not for organisations that are unverified or suspended", async () => {
    const { ref, opening } = await shortlisted(await employer());
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
