import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { publishSmall, signedIn } from "@/lib/testing/fixtures";
import { readChallenge } from "./read-challenge";
import { revealHint } from "./reveal-hint";

const ONE = { en: "One.", zh: "一。" };
const TWO = { en: "Two.", zh: "二。" };
const VISITOR = { kind: "visitor", address: "192.0.2.1" } as const;

beforeAll(() => publishSmall("double"));

describe("hints", () => {
  it("stay closed until opened: their number is known, their text is not", async () => {
    const view = await readChallenge(await signedIn(), "double");
    expect(view).toMatchObject({ hints: [], hintsTotal: 2 });
    expect(JSON.stringify(view)).not.toContain(ONE.en);
  });

  it("open one after another in the author's order, and then no more", async () => {
    const actor = await signedIn();
    expect(await revealHint(actor, "double")).toEqual([ONE]);
    expect(await revealHint(actor, "double")).toEqual([ONE, TWO]);
    const more = revealHint(actor, "double");
    await expect(more).rejects.toMatchObject({ code: "no_more_hints" });
    expect((await readChallenge(actor, "double")).hints).toEqual([ONE, TWO]);
  });

  it("are noted with their time, each once, though two clicks arrive at the same moment", async () => {
    const actor = await signedIn();
    await Promise.all([revealHint(actor, "double"), revealHint(actor, "double")]);
    const where = { userId: actor.userId };
    const noted = await db().hintReveal.findMany({ where, orderBy: { index: "asc" } });
    expect(noted.map(({ index }) => index)).toEqual(noted.map((_, position) => position));
    expect(noted[0]?.createdAt).toBeInstanceOf(Date);
    const opened = (await readChallenge(actor, "double")).hints;
    expect(opened).toEqual([ONE, TWO].slice(0, noted.length));
  });

  it("that one learner opened stay closed for all others", async () => {
    await revealHint(await signedIn(), "double");
    for (const other of [await signedIn(), await signedIn("admin"), VISITOR]) {
      expect((await readChallenge(other, "double")).hints).toEqual([]);
    }
  });

  it("need an account, and a challenge that exists", async () => {
    const anonymous = revealHint(VISITOR, "double");
    await expect(anonymous).rejects.toMatchObject({ kind: "not_signed_in" });
    const nowhere = revealHint(await signedIn(), "nowhere");
    await expect(nowhere).rejects.toMatchObject({ code: "challenge_not_found" });
  });
});
