import { expect, it } from "vitest";
import { characterGrams, hanBigrams, words } from "./tokenize";

it("takes words in lower case, nouns in the singular, stop words left out", () => {
  expect(words("The Engineers of C++ and C# libraries, class")).toEqual([
    "engineer",
    "c++",
    "c#",
    "library",
    "class",
  ]);
});

it("reads full-width letters as ordinary ones", () => {
  expect(words("ＰｙＴｏｒｃｈ")).toEqual(["pytorch"]);
});

it("takes Han characters in pairs, and words that touch them by themselves", () => {
  expect(hanBigrams("用BERT做分词")).toEqual(["用", "做分", "分词"]);
  expect(words("用BERT做分词")).toEqual(["bert"]);
});

it("cuts Han into ones, twos and threes, other words into threes and fours with marked ends", () => {
  expect(characterGrams("数据库")).toEqual(["数", "据", "库", "数据", "据库", "数据库"]);
  expect(characterGrams("SQL")).toEqual(["_sq", "sql", "ql_", "_sql", "sql_"]);
});

it("finds nothing in what has no letters", () => {
  for (const text of ["", "🚀 … \u0000\u200b", "。！？"]) {
    expect([words(text), hanBigrams(text), characterGrams(text)]).toEqual([[], [], []]);
  }
});
