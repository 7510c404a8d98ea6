import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { db, disconnect } from "@/lib/platform/db";
import { dataPath, parseSettings } from "@/lib/platform/env";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn } from "@/lib/testing/fixtures";
import { runCaptured } from "../bootstrap/run-captured.js";
import type { Installation } from "../start/installation";
import { backup } from "./backup";
import { restore } from "./restore";

// Watched, not replaced.
vi.mock("../bootstrap/run-captured.js", { spy: true });

const folder = mkdtempSync(path.join(tmpdir(), "touchstone-backup-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** An installation on this test's database, with a data folder of its own. */
function installation(): Installation {
  symlinkSync(dataPath("python"), path.join(folder, "python"));
  const settings = parseSettings({ DATABASE_URL: process.env.DATABASE_URL, DATA_DIR: folder });
  return { settings, dataDir: folder };
}

describe("a backup", () => {
  it("brings back every row and the keys, and is kept from other people", async () => {
    const here = installation();
    const file = path.join(folder, "saved.tar.gz");
    const secrets = path.join(folder, "secrets.json");
    writeFileSync(secrets, "kept", { mode: 0o600 });
    await publishSmall("double");
    const actor = await signedIn();
    const { id } = await submit(actor, { challenge: "double", files: RIGHT });
    const before = await db().submission.findUniqueOrThrow({ where: { id } });
    await backup(here, file);
    expect(statSync(file).mode & 0o077).toBe(0);

    await db().user.delete({ where: { id: actor.userId } });
    writeFileSync(secrets, "lost");
    await signedIn();
    await expect(restore(here, file, false)).rejects.toThrow(/holds data/);
    await disconnect();
    const steps = path.join(folder, "steps.json");
    writeFileSync(steps, JSON.stringify({ content: "seeded before" }));
    await restore(here, file, true);
    expect(existsSync(steps)).toBe(false);
    const { password } = new URL(process.env.DATABASE_URL ?? "");
    const args = vi.mocked(runCaptured).mock.calls.map((call) => call[1]);
    expect(args.length).toBeGreaterThan(0);
    expect(JSON.stringify(args)).not.toContain(password);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toEqual(before);
    expect(await db().user.count()).toBe(1);
    expect(statSync(secrets).mode & 0o077).toBe(0);
  });

  it("is refused where the file is none", async () => {
    const here = { settings: parseSettings(process.env), dataDir: folder };
    const missing = restore(here, path.join(folder, "none.tar.gz"), true);
    await expect(missing).rejects.toThrow(/does not exist/);
    const other = path.join(folder, "other.tar.gz");
    writeFileSync(path.join(folder, "manifest.json"), "{");
    await runCaptured("tar", ["-czf", other, "-C", folder, "manifest.json"]);
    await expect(restore(here, other, true)).rejects.toThrow(/no backup that this version reads/);
  });
});
