import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { bareCheckout } from "../testing/bare-checkout";
import { OFFLINE, probe, startAndStop, temporaryFolder } from "../testing/probe";

vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

const HELP = ["--help"];
const appears = (file: string) => vi.waitUntil(() => existsSync(file), { timeout: 300_000 });

describe("npm packages", () => {
  it("are installed by the next start, after one without a network", async () => {
    const root = bareCheckout();
    const env = { npm_config_cache: temporaryFolder() };
    expect(await probe(HELP, { root, env: { ...env, ...OFFLINE } }).ended).toMatchObject({
      status: 2,
    });
    const { status, output } = await probe(HELP, { root }).ended;
    expect(status, output).toBe(0);
    expect(output).toContain("✓ npm packages");
  });

  it("are installed by the next start, after one that was killed half-way", async () => {
    const root = bareCheckout();
    const killed = probe(HELP, { root });
    await appears(path.join(root, "node_modules"));
    killed.kill("SIGKILL");
    await killed.ended;
    const { status, output } = await probe(HELP, { root }).ended;
    expect(status, output).toBe(0);
    const third = await probe(HELP, { root }).ended;
    expect(third.output).not.toContain("npm packages");
  });
});

describe("Python packages", () => {
  const leftovers = (folder: string) =>
    readdirSync(folder).filter((name) => /^python\.(new|old)/.test(name));

  it("are installed by the next start, after one without a network and a killed one", async () => {
    const DATA_DIR = temporaryFolder();
    const offline = { DATA_DIR, UV_CACHE_DIR: temporaryFolder(), ...OFFLINE };
    expect(await probe(["start"], { env: offline }).ended).toMatchObject({ status: 2 });
    const killed = probe(["start"], { env: { DATA_DIR } });
    await vi.waitUntil(() => leftovers(DATA_DIR).length > 0, { timeout: 300_000 });
    killed.kill("SIGKILL");
    await killed.ended;
    const mended = await startAndStop(DATA_DIR);
    expect(mended.status, mended.output).toBe(0);
    expect(mended.output).toContain("✓ Python packages");
    expect(leftovers(DATA_DIR)).toEqual([]);
  });
});
