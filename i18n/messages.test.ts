import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NAMESPACES } from "./namespaces";
import { LOCALES } from "./routing";

type Tree = { [key: string]: string | Tree };

const read = (locale: string, name: string): Tree =>
  JSON.parse(readFileSync(`messages/${locale}/${name}.json`, "utf8"));

const keysOf = (tree: Tree, prefix = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

describe("messages", () => {
  it.each(NAMESPACES)("%s says the same in every language", (name) => {
    expect(keysOf(read("zh", name)).toSorted()).toEqual(keysOf(read("en", name)).toSorted());
  });

  it.each(LOCALES)("of %s are all loaded", (locale) => {
    const files = readdirSync(`messages/${locale}`).map((file) => file.replace(".json", ""));
    expect(files.toSorted()).toEqual([...NAMESPACES].toSorted());
  });
});
