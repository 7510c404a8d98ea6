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

  it.each([
    ["NODE_ENV", "staging", "must be one of development, test, production"],
    ["PORT", "65536", "must be a whole number from 1 to 65535"],
    ["PORT", "80.5", "must be a whole number from 1 to 65535"],
    ["PUBLIC_URL", "ftp://host", "must be an address such as https://"],
    ["PUBLIC_URL", "https://host/below", "must be an address without a path"],
    ["PUBLIC_URL", "https://name:word@host", "must be an address without a path"],
    ["DATABASE_URL", "mysql://host/name", "must be an address such as postgres://"],
    ["DATABASE_POOL", "many", "must be a whole number from 1 to 200"],
    ["AUTH_SECRET", "short", "must have 32 characters or more"],
    ["SEED_SECRET", "short", "must have 32 characters or more"],
    ["SIGNUP", "yes", "must be one of open, invitation, closed"],
    ["TRUSTED_PROXIES", "-1", "must be a whole number from 0 to 10"],
    ["SMTP_URL", "mail.example.org", "must be an address such as smtp://"],
    ["MAIL_FROM", "x", "must be a sender such as"],
    ["GITHUB_ID", " ", "must hold more than spaces"],
    ["OIDC_ISSUER", "login", "must be an address such as https://"],
    ["RANKINGS_DAYS", "30", "must be a whole number from 184 to 36500"],
    ["WORKER_SLOTS", "0", "must be a whole number from 1 to 64"],
    ["WORKER_RUNTIMES", "ruby", "must list python-numpy, python-torch or both"],
    ["WORKER_DEVICES", "some", "must be one of auto, none, rehearsal"],
    ["SANDBOX_ALLOW_WEAK", "perhaps", "must be one of true, false, 1, 0"],
    ["LOG_LEVEL", "loud", "must be one of fatal, error, warn, info, debug, trace"],
  ])("%s=%s is refused with what is allowed", (name, value, allowed) => {
    expect(() => parseSettings({ [name]: value })).toThrow(`${name} ${allowed}`);
  });

  it("of an outside sign-in are refused where one of them is missing", () => {
    const half = () => parseSettings({ GITHUB_ID: "id", OIDC_ISSUER: "https://login.example.org" });
    expect(half).toThrow(/GITHUB_SECRET must be set too.*\n.*OIDC_ID .*\n.*OIDC_SECRET /);
    expect(parseSettings({ GITHUB_ID: "id", GITHUB_SECRET: "s" }).GITHUB_ID).toBe("id");
  });

  it("do not let a production worker rehearse on no device", () => {
    const rehearsing = () => parseSettings({ NODE_ENV: "production", WORKER_DEVICES: "rehearsal" });
    expect(rehearsing).toThrow(/WORKER_DEVICES .*not in production/);
  });

  it("take an address with a slash at its end for the one without", () => {
    expect(parseSettings({ PUBLIC_URL: "https://skills.example.org/" }).PUBLIC_URL).toBeTruthy();
  });
});
