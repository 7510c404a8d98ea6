import { describe, expect, it } from "vitest";
import { parseOrientationBank } from "./orientation-bank";

const SKILLS = new Map([
  ["rnn", "A"],
  ["serving-api", "B"],
  ["tokenization", "C-nlp"],
  ["teaching", "D"],
]);

const item = (id: string, skill: string) => `
  - id: ${id}
    skill: ${skill}
    difficulty: 0.5
    kind: single
    prompt: { en: Which?, zh: 哪个？ }
    options: [{ en: this, zh: 这, key: true }, { en: that, zh: 那 }, { en: none, zh: 无 }]
    explanation: { en: This., zh: 这个。 }`;

const file = (letter: string, skill: string) =>
  `items:${Array.from({ length: 15 }, (_, n) => item(`${letter}-${n}`, skill)).join("")}`;

const FILES = {
  "orientation/a.yaml": file("a", "rnn"),
  "orientation/b.yaml": file("b", "serving-api"),
  "orientation/c.yaml": file("c", "tokenization"),
  "orientation/d.yaml": file("d", "teaching"),
};

function parseWith(name: keyof typeof FILES, from: string, to: string) {
  return parseOrientationBank({ ...FILES, [name]: FILES[name].replace(from, to) }, SKILLS);
}

describe("the orientation bank", () => {
  it("has the items of all files by id, each with its pillar", () => {
    const { items } = parseOrientationBank(FILES, SKILLS);
    expect(items.size).toBe(60);
    expect(items.get("c-3")).toMatchObject({ pillar: "C", skill: "tokenization", difficulty: 0.5 });
  });

  it("has another hash once a file has changed", () => {
    const before = parseOrientationBank(FILES, SKILLS).contentHash;
    expect(parseWith("orientation/d.yaml", "Which?", "Which one?").contentHash).not.toBe(before);
  });

  it.each([
    ["an unknown skill", "skill: rnn", "skill: none", "item a-0: none is not in skills.yaml"],
    ["another pillar's skill", "skill: rnn", "skill: teaching", "teaching belongs to pillar D"],
    ["an id that stands twice", "id: a-1\n", "id: a-0\n", "item a-0: the id stands twice"],
    ["an id of another pillar", "id: a-1\n", "id: b-1\n", "item b-1: the id has to begin with a-"],
    ["too few items", item("a-7", "rnn"), "", "needs 15 items, has 14"],
    ["a difficulty out of range", "difficulty: 0.5", "difficulty: 3", "items.0.difficulty"],
    ["a second key", "zh: 那 }", "zh: 那, key: true }", "exactly one needs"],
    ["a topic", "skill: rnn", "skill: rnn\n    topic: cells", "topic"],
  ])("refuses %s", (_, from, to, problem) => {
    expect(() => parseWith("orientation/a.yaml", from, to)).toThrow(problem);
  });

  it("says which file is missing", () => {
    const { "orientation/b.yaml": _, ...rest } = FILES;
    expect(() => parseOrientationBank(rest, SKILLS)).toThrow("orientation/b.yaml: is missing");
  });
});
