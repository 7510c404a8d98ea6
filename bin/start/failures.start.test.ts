import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { bareCheckout } from "../testing/bare-checkout";
import { borrowPython, OFFLINE, probe, REFUSING, temporaryFolder } from "../testing/probe";

vi.setConfig({ testTimeout: 120_000 });

/** The one message of a start that must fail, with its remedy. */
async function refusal(env: Record<string, string>, args: string[] = [], root?: string) {
  const options = root ? { env, root } : { env };
  const { status, output } = await probe(["start", ...args], options).ended;
  expect(status, output).toBe(2);
  expect(output.match(/^✗ /gm), output).toHaveLength(1);
  expect(output, output).toMatch(/^ {2}→ \S/m);
  expect(output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  return output;
}

/** A folder of programs that holds the named ones of this machine alone. */
function pathWith(...programs: string[]): string {
  const folder = temporaryFolder();
  for (const name of programs) {
    const { stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    symlinkSync(stdout.trim(), path.join(folder, name));
  }
  return folder;
}

const contents = (folder: string) => readdirSync(folder).sort();

describe("a start that cannot succeed says so once, with the remedy, and leaves nothing", () => {
  it("when the port is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = String(typeof address === "object" && address ? address.port : 0);
    const folder = temporaryFolder();
    const output = await refusal({ DATA_DIR: folder }, ["--port", port]);
    expect(output).toContain(`Port ${port} of 127.0.0.1 is taken`);
    expect(output).toContain("npm start -- --port");
    expect(contents(folder)).toEqual([]);
  });

  it("when there is no Python", async () => {
    const folder = temporaryFolder();
    const PATH = pathWith("node", "npm", "sh", "env");
    const output = await refusal({ DATA_DIR: folder, PATH });
    expect(output).toContain("Python 3.11 or later was not found");
    expect(output).toContain("set PYTHON");
    expect(contents(folder)).toEqual([]);
  });

  it("when the Python that PYTHON names cannot be run", async () => {
    const output = await refusal({ DATA_DIR: temporaryFolder(), PYTHON: "/nowhere/python3" });
    expect(output).toContain("PYTHON=/nowhere/python3 cannot be run");
  });

  it("when there is no network for the Python packages", async () => {
    const folder = temporaryFolder();
    const UV_CACHE_DIR = temporaryFolder();
    const output = await refusal({ DATA_DIR: folder, UV_CACHE_DIR, ...OFFLINE });
    expect(output).toContain("No network");
    expect(contents(folder).filter((name) => name !== "tools")).toEqual([]);
  });

  it("when there is no network for the npm packages", async () => {
    const root = bareCheckout();
    const npm_config_cache = temporaryFolder();
    const npm_config_loglevel = "silent";
    const output = await refusal({ npm_config_cache, npm_config_loglevel, ...OFFLINE }, [], root);
    expect(output).toContain("npm packages could not be installed");
    expect(output).toContain("No network");
  });

  it("when the database of DATABASE_URL is down", async () => {
    const folder = temporaryFolder();
    borrowPython(folder);
    const DATABASE_URL = `postgres://somebody@${REFUSING}/touchstone`;
    const output = await refusal({ DATA_DIR: folder, DATABASE_URL });
    expect(output).toContain("The database of DATABASE_URL does not answer");
    expect(output).toContain("unset it to use the embedded Postgres");
    expect(contents(folder)).toEqual(["models", "python"]);
  });

  it("when a setting cannot be read: each is named with what is allowed", async () => {
    const DATA_DIR = temporaryFolder();
    const output = await refusal({ DATA_DIR, PORT: "http", SIGNUP: "maybe", SMTP_URL: "mail" });
    expect(output).toContain("PORT must be a whole number from 1 to 65535");
    expect(output).toContain("SIGNUP must be one of open, invitation, closed");
    expect(output).toContain("SMTP_URL must be an address such as smtp://");
    expect(contents(DATA_DIR)).toEqual([]);
  });

  it("when the data folder cannot be made or entered", async () => {
    const inTheWay = path.join(temporaryFolder(), "file");
    writeFileSync(inTheWay, "");
    const DATA_DIR = path.join(inTheWay, "data");
    const output = await refusal({ DATA_DIR });
    expect(output).toContain(`The data folder ${DATA_DIR} cannot be written`);
    expect(output).toContain("set DATA_DIR to another one");
  });

  it("when what an earlier start kept in the data folder cannot be read", async () => {
    const folder = temporaryFolder();
    borrowPython(folder);
    writeFileSync(path.join(folder, "postgres.json"), "{");
    const output = await refusal({ DATA_DIR: folder });
    expect(output).toContain(`${path.join(folder, "postgres.json")} cannot be read`);
    expect(contents(folder)).toEqual(["models", "postgres.json", "python"]);
  });

  it("when the keys that an earlier start made cannot be read", async () => {
    const folder = temporaryFolder();
    borrowPython(folder);
    writeFileSync(path.join(folder, "secrets.json"), "{");
    const output = await refusal({ DATA_DIR: folder });
    expect(output).toContain(`${path.join(folder, "secrets.json")} must hold the keys`);
    expect(readFileSync(path.join(folder, "secrets.json"), "utf8")).toBe("{");
  });
});
