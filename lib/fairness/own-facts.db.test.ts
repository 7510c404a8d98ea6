import { describe, expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { exportOwnData } from "@/lib/accounts/export-own-data";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { readFacts, saveFacts, withdrawFacts } from "./own-facts";

const FACTS = { gender: "woman", ageBand: "25_34", firstLanguage: "zh", way: "" };

describe("facts told for fairness", () => {
  it("are kept, changed and withdrawn by the person alone", async () => {
    const [actor, other] = [await signedIn(), await signedIn()];
    await saveFacts(actor, FACTS);
    expect(await readFacts(actor)).toMatchObject({ gender: "woman", way: null });
    expect(await readFacts(other)).toBeNull();
    await saveFacts(actor, { ...FACTS, gender: "", way: "degree" });
    expect(await readFacts(actor)).toMatchObject({ gender: null, way: "degree" });
    await withdrawFacts(other);
    expect(await readFacts(actor)).not.toBeNull();
    await withdrawFacts(actor);
    expect(await readFacts(actor)).toBeNull();
  });

  it("leave nothing behind once every one is taken back, and go with the account", async () => {
    const actor = await signedIn();
    await saveFacts(actor, FACTS);
    expect((await exportOwnData(actor)).person.fairnessFacts).toMatchObject({ gender: "woman" });
    await saveFacts(actor, { gender: "", ageBand: "", firstLanguage: "", way: "" });
    expect(await db().fairnessFacts.count()).toBe(0);
    await saveFacts(actor, FACTS);
    await deleteAccount(actor, { password: "", signedInAt: Math.floor(Date.now() / 1000) });
    expect(await db().fairnessFacts.count()).toBe(0);
  });

  it("are refused where they are none of those asked for, without a word by token or by a visitor", async () => {
    const actor = await signedIn();
    await expect(saveFacts(actor, { ...FACTS, way: "magic" })).rejects.toMatchObject({
      issues: [{ path: "way", code: "fact_unknown" }],
    });
    const token = { ...actor, scopes: [] };
    await expect(readFacts(token)).rejects.toMatchObject({ code: "session_only" });
    await expect(saveFacts(token, FACTS)).rejects.toMatchObject({ code: "session_only" });
    const visitor = { kind: "visitor" as const, address: "127.0.0.1" };
    await expect(readFacts(visitor)).rejects.toMatchObject({ kind: "not_signed_in" });
  });
});
