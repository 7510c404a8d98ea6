import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { badgeInput } from "@/lib/testing/credentials";
import { signedIn } from "@/lib/testing/fixtures";
import { register } from "./verify-credential";

process.env.PUBLIC_URL = "https://skills.example.org";
const { badgeImage } = await import("@/lib/credentials/badge-image");
const { issueCredential } = await import("@/lib/credentials/issue-credential");
const { readCredential } = await import("@/lib/credentials/read-credential");
const { revokeCredential } = await import("@/lib/credentials/revoke-credential");

const SYSTEM = { kind: "system" } as const;
const folder = mkdtempSync(path.join(tmpdir(), "touchstone-verify-"));
let id = "";

beforeAll(async () => {
  process.env.DATA_DIR = folder;
  const { userId } = await signedIn();
  const { achievement, estimates, evidence } = badgeInput();
  const input = { userId, occasion: "command", achievement, estimates, evidence };
  id = (await issueCredential(SYSTEM, input)).id;
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(name: string, content: Buffer | string, ...options: string[]) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  let output = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    output += String(text);
    return true;
  });
  process.exitCode = 0;
  const program = new Command();
  register(program);
  try {
    await program.parseAsync(["node", "touchstone", "verify-credential", file, ...options]);
    return { output, status: process.exitCode };
  } finally {
    write.mockRestore();
    process.exitCode = 0;
  }
}

it("says line by line what holds of a badge of our own, without a network", async () => {
  const { output, status } = await run("badge.png", await badgeImage(id, "png"));
  expect(output).toMatch(/^valid\n/);
  expect(output).toMatch(/ok {3}Signature {2}Signed by eddsa-rdfc-2022 with the key did:web:/);
  expect(status).toBe(0);
});

it("fails for what was changed, and for what was revoked", async () => {
  const { document, jwtRs256 } = await readCredential(id);
  const changed = await run("changed.json", document.replace("71.2", "91.2"));
  expect(changed).toMatchObject({ status: 1, output: expect.stringContaining("FAIL Signature") });
  await revokeCredential(SYSTEM, id, { reason: "Withdrawn." });
  const revoked = await run("revoked.jwt", jwtRs256, "--json");
  expect(revoked.status).toBe(1);
  const { checks } = JSON.parse(revoked.output);
  expect(checks.find(({ name }: { name: string }) => name === "status").code).toBe("revoked");
});

it("names the file that is not there", async () => {
  const program = new Command();
  register(program);
  const missing = path.join(folder, "missing");
  const words = ["node", "touchstone", "verify-credential", missing];
  await expect(program.parseAsync(words)).rejects.toThrow(/missing cannot be read/);
});
