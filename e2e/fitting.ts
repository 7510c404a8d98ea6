import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type WithAxe = {
  axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
};

/** Nothing that axe finds, and nothing wider than a phone. The page's CSP has to be bypassed. */
export async function expectFitting(page: Page) {
  await page.setViewportSize({ width: 360, height: 740 });
  // While a page comes anew after an act, its title is missing for a moment.
  await expect(page).toHaveTitle(/./);
  await page.addScriptTag({ content: AXE });
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as WithAxe).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
  expect.soft(found, page.url()).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(wide, page.url()).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });
}
