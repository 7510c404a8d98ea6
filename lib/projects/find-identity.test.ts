import { expect, it } from "vitest";
import { findIdentity } from "./find-identity";

const person = (name: string, leaderboardName: string | null = null) => ({
  name,
  email: "wu.fang@example.org",
  leaderboardName,
});

it("finds names in both scripts, in any case and across lines, and addresses", () => {
  expect(findIdentity("by ada\nlovelace", [person("Ada Lovelace")])).toEqual(["Ada Lovelace"]);
  expect(findIdentity("本报告由吴芳撰写", [person("吴芳")])).toEqual(["吴芳"]);
  expect(findIdentity("write to Wu.Fang@example.org", [person("Nobody")])).toEqual([
    "wu.fang@example.org",
  ]);
  expect(findIdentity("as streak47 said", [person("Nobody", "streak47")])).toEqual(["streak47"]);
});

it("does not take parts of words or short names for a person", () => {
  expect(findIdentity("an annual plan, analysed", [person("Ann")])).toEqual([]);
  expect(findIdentity("以芳香烃为例", [person("芳")])).toEqual([]);
  expect(findIdentity("Li is lithium", [person("Li")])).toEqual([]);
  expect(findIdentity("C++ and (a.b)", [person("(a.b)*")])).toEqual([]);
});
