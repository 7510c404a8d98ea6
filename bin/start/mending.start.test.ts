import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { borrowPython, probe, startAndStop, temporaryFolder, UP } from "../testing/probe";
import { freePort } from "./postgres";

vi.setConfig({ testTimeout: 300_000 });

/** Mounts a small disk, or says why it cannot be had. */
function smallDisk(megabytes: number): string | undefined {
  const folder = path.join(temporaryFolder(), "disk");
  mkdirSync(folder);
  const size = `size=${megabytes}m,mode=0755`;
  if (spawnSync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", folder]).status !== 0) return;
  onTestFinished(() => void spawnSync("umount", [folder]));
  chmodSync(folder, 0o755);
  return folder;
}

const enlarge = (folder: string) => spawnSync("mount", ["-o", "remount,size=2g", folder]);

it("a full disk is named before the Python packages are fetched", async (context) => {
  const folder = smallDisk(8) ?? context.skip("only root may mount a small disk");
  const { status, output } = await probe(["start"], { env: { DATA_DIR: folder } }).ended;
  expect(status).toBe(2);
  expect(output).toMatch(/✗ The disk of .* has 0\.0 GB free; the Python packages need/);
  expect(output).toContain("→ Free some space");
  expect(readdirSync(folder)).toEqual([]);
});

it("a disk that fills up under the database is named, and with space it starts", async (context) => {
  const folder = smallDisk(8) ?? context.skip("only root may mount a small disk");
  borrowPython(folder);
  const { status, output } = await probe(["start"], { env: { DATA_DIR: folder } }).ended;
  expect(status, output).toBe(2);
  expect(output).toMatch(/✗ The database could not be initialised: [\s\S]*No space left on device/);
  expect(output).toContain("→ Free space");
  enlarge(folder);
  const mended = await startAndStop(folder);
  expect(mended.status, mended.output).toBe(0);
  expect(mended.output).toContain(UP);
});

it("of two starts on one data folder one runs, the other says who does", async () => {
  const DATA_DIR = temporaryFolder();
  borrowPython(DATA_DIR);
  const ports = [await freePort(), await freePort()];
  const both = ports.map((port) => probe(["start", "--port", String(port)], { env: { DATA_DIR } }));
  const refused = await Promise.race(both.map(async (one) => ({ one, ...(await one.ended) })));
  expect(refused.status, refused.output).toBe(2);
  const running = both.find((one) => one !== refused.one);
  expect(refused.output).toContain(`Another process (${running?.pid}) works on the data folder`);
  await running?.shows(UP);
  running?.kill("SIGTERM");
  expect(await running?.ended).toMatchObject({ status: 0 });
  expect(existsSync(path.join(DATA_DIR, "touchstone.lock"))).toBe(false);
});

it("what a killed start left behind does not trip the next one over", async () => {
  const DATA_DIR = temporaryFolder();
  borrowPython(DATA_DIR);
  const killed = probe(["start", "--port", String(await freePort())], { env: { DATA_DIR } });
  await vi.waitUntil(() => existsSync(path.join(DATA_DIR, "postgres.json")), { timeout: 60_000 });
  killed.kill("SIGKILL");
  await killed.ended;
  const again = await startAndStop(DATA_DIR);
  expect(again.status, again.output).toBe(0);
});
