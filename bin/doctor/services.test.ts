import { expect, it } from "vitest";
import type { Installation } from "../start/installation";
import { checkAddress } from "./services";

const at = (PUBLIC_URL: string | undefined) =>
  checkAddress({ settings: { PUBLIC_URL } as Installation["settings"] });

it("says that no credential is issued without a public address, nor found without https", () => {
  expect(at(undefined)).toMatchObject({
    state: "note",
    found: expect.stringContaining("no credential"),
  });
  expect(at("http://skills.example.org")).toMatchObject({
    state: "note",
    remedy: expect.stringContaining("https"),
  });
  expect(at("https://skills.example.org")).toMatchObject({ state: "ok" });
});
