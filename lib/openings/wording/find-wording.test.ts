import { describe, expect, it } from "vitest";
import { findWording } from "./find-wording";
import { wordingGroups } from "./wording-terms";
import { wordingWarnings } from "./wording-warnings";

const groups = await wordingGroups();
const found = (text: string) =>
  findWording(text, groups).map(({ group, start, end }) => `${group}: ${text.slice(start, end)}`);

describe("wording that shuts people out", () => {
  it.each([
    ["要求35岁以下，身体健康", ["age: 35岁以下", "health: 身体健康"]],
    ["年龄在 22-30岁 之间", ["age: 22-30岁"]],
    ["22～30岁", ["age: 22～30岁"]],
    ["欢迎应届毕业生", ["age: 应届"]],
    ["男性优先，已婚已育者优先", ["gender: 男性优先", "family: 已婚已育"]],
    ["985/211院校毕业，双一流优先", ["school: 985", "school: 211", "school: 双一流"]],
    ["五官端正，形象气质佳", ["looks: 五官端正", "looks: 形象气质佳"]],
    ["无乙肝及其他传染病", ["health: 无乙肝"]],
    ["本地户口", ["origin: 本地户口"]],
    ["A young and hungry team", ["age: young"]],
    ["We want digital natives", ["age: digital natives"]],
    ["under 30 years old", ["age: under 30 years old"]],
    ["He  will lead the team", ["gender: He  will"]],
    ["A salesman with drive", ["gender: salesman"]],
    ["Native speaker of English", ["origin: Native speaker"]],
    ["Christian values", ["religion: Christian"]],
    ["Ivy League degree", ["school: Ivy League"]],
    ["Please apply with photo", ["looks: with photo"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "a project of twelve man-months",
    "native apps for iOS and Android",
    "cloud-native services",
    "a young company with an attractive salary",
    "the travelling salesman problem",
    "Youngstown, Ohio",
    "the help of a machine; she wills it",
    "年龄不限，男女不限",
    "每秒 2115 次请求，端口 9850",
    "版本 2.11.985",
    "用 985MB 内存",
    "非全日制",
    "a hundred heuristics, healthy margins",
    "管理 35 个岁月静好的服务",
    "",
  ])("%s is fine", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is found where it stands, with what is around it and what to write in its place", async () => {
    const [warning] = await wordingWarnings({
      ...{ titleEn: "", titleZh: "", textEn: "We are looking for a young engineer.", textZh: "" },
    });
    expect(warning).toMatchObject({
      ...{ field: "textEn", group: "age", found: "young", after: " engineer." },
      before: "We are looking for a ",
    });
    expect(warning?.instead.zh).toMatch(/经验/);
  });

  it("takes a long hostile text in its stride", () => {
    expect(found(`${"岁".repeat(20_000)}${"9".repeat(20_000)}`)).toEqual([]);
  });
});
