import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import type { GateReport } from "@/lib/challenges/publish-gate";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { ContentError } from "./content-error";
import { recordProof } from "./proofs";
import { type Gate, seedContent } from "./seed";

const own = mkdtempSync(path.join(tmpdir(), "touchstone-content-"));
afterAll(() => rmSync(own, { recursive: true, force: true }));

/** Lays a changed copy of a challenge over the built-in content. */
function overlay(slug: string) {
  const folder = path.join(own, "challenges", slug);
  cpSync("content/challenges/softmax", folder, { recursive: true });
  const manifest = path.join(folder, "challenge.yaml");
  const text = readFileSync(manifest, "utf8").replace("slug: softmax", `slug: ${slug}`);
  writeFileSync(manifest, text);
  settings().CONTENT_DIR = own;
}

const answers =
  (holds: boolean, asked: string[]): Gate =>
  async ({ manifest: { slug } }) => {
    asked.push(slug);
    const row = { folder: "wrong_answer", file: "a.py", verdict: "passed" as const, score: 1 };
    return { slug, holds, problems: [], rows: [{ ...row, holds }] } satisfies GateReport;
  };

const published = (slug: string) => db().challenge.count({ where: { slug } });

it("asks the gate only for what is neither on record nor published", async () => {
  const asked: string[] = [];
  await seedContent(answers(true, asked));
  expect(asked).toEqual([]);
  overlay("new-challenge");
  await seedContent(answers(true, asked));
  expect(asked).toEqual(["new-challenge"]);
  expect(await published("new-challenge")).toBe(1);
  await seedContent(answers(true, asked));
  expect(asked).toHaveLength(1);
});

it("refuses what the gate refuses, and says which submission is to blame", async () => {
  overlay("fooled-challenge");
  const refused = seedContent(answers(false, []));
  await expect(refused).rejects.toThrow(ContentError);
  await expect(refused).rejects.toThrow("wrong_answer/a.py ends as passed");
  expect(await published("fooled-challenge")).toBe(0);
});

it("names the record that it cannot read", async () => {
  writeFileSync(path.join(own, "proofs.json"), "{");
  await expect(seedContent(answers(true, []))).rejects.toThrow(/proofs.json: cannot be read/);
  rmSync(path.join(own, "proofs.json"));
  await recordProof(own, "fooled-challenge", "0".repeat(64));
  expect(JSON.parse(readFileSync(path.join(own, "proofs.json"), "utf8"))).toEqual({
    "fooled-challenge": "0".repeat(64),
  });
});
