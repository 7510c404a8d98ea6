import { beforeAll, describe, expect, it } from "vitest";
import { publishSmall, RIGHT, signedIn, WRONG } from "@/lib/testing/fixtures";
import { deleteDraft, readDraft, saveDraft } from "./drafts";

const VISITOR = { kind: "visitor", address: "192.0.2.1" } as const;

beforeAll(() => publishSmall("double"));

describe("a draft", () => {
  it("is kept for its owner, and the newest wins", async () => {
    const owner = await signedIn();
    await saveDraft(owner, "double", WRONG);
    const { updatedAt } = await saveDraft(owner, "double", RIGHT);
    expect(await readDraft(owner, "double")).toEqual({ files: RIGHT, updatedAt });
  });

  it("does not exist for anybody else, staff included, and nobody else can drop it", async () => {
    const owner = await signedIn();
    await saveDraft(owner, "double", RIGHT);
    for (const other of [await signedIn(), await signedIn("admin"), VISITOR]) {
      expect(await readDraft(other, "double")).toBeNull();
    }
    await deleteDraft(await signedIn(), "double");
    expect(await readDraft(owner, "double")).toMatchObject({ files: RIGHT });
    await deleteDraft(owner, "double");
    expect(await readDraft(owner, "double")).toBeNull();
  });

  it("needs an account", async () => {
    const refused = { kind: "not_signed_in" };
    await expect(saveDraft(VISITOR, "double", RIGHT)).rejects.toMatchObject(refused);
    await expect(deleteDraft(VISITOR, "double")).rejects.toMatchObject(refused);
  });

  it("holds the challenge's files alone, and only of a challenge that exists", async () => {
    const owner = await signedIn();
    const more = saveDraft(owner, "double", { ...RIGHT, "more.py": "" });
    await expect(more).rejects.toMatchObject({ kind: "invalid_input" });
    const nowhere = saveDraft(owner, "nowhere", RIGHT);
    await expect(nowhere).rejects.toMatchObject({ code: "challenge_not_found" });
    expect(await readDraft(owner, "double")).toBeNull();
  });
});
