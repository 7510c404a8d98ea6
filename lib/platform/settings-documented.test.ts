import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseSettings, settingsSchema } from "./env";

const NAMES = Object.keys(settingsSchema.shape).filter((name) => name !== "NODE_ENV");
const readme = readFileSync("README.md", "utf8");
const example = readFileSync(".env.example", "utf8");

describe("settings", () => {
  it.each(NAMES)("%s stands in the README's table and in .env.example", (name) => {
    expect(readme).toContain(`\`${name}\``);
    expect(example).toMatch(new RegExp(`^${name}=`, "m"));
  });

  it("have defaults for all, so that an empty environment works", () => {
    expect(parseSettings({}).HOST).toBe("127.0.0.1");
    expect(parseSettings({ PORT: "", SIGNUP: "" }).SIGNUP).toBe("open");
  });

  it("name every one that cannot be read", () => {
    const bad = () => parseSettings({ PORT: "none", SIGNUP: "maybe", AUTH_SECRET: "short" });
    expect(bad).toThrow(/PORT.*\n.*AUTH_SECRET.*\n.*SIGNUP/);
  });
});
