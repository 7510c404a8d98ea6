import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";

const folders: string[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Loads the glossary of an installation with terms of its own. */
async function loadedWith(own: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "touchstone-glossary-"));
  folders.push(folder);
  writeFileSync(path.join(folder, "glossary.tsv"), own);
  vi.stubEnv("CONTENT_DIR", folder);
  vi.resetModules();
  return (await import("./load-glossary")).loadGlossary();
}

it("lays the terms of an installation over those that are shipped", async () => {
  const { terms } = await loadedWith("数据科学家\tanalytics scientist\n试金石匠\tassayer\n");
  expect(terms.get("数据科学家")).toBe("analytics scientist");
  expect(terms.get("试金石匠")).toBe("assayer");
  expect(terms.get("机器学习")).toBe("machine learning");
});

it("names the file and the line of a fault", async () => {
  await expect(loadedWith("数据\tdata\nchip\tchip\n")).rejects.toThrow(
    /glossary\.tsv: line 2 has no Chinese before the tab/,
  );
});
