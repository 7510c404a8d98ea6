import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { becomeAdmin } from "./people";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES = [
  "",
  "/tracks",
  "/tracks/deep-learning",
  "/tracks/deep-learning/lessons/one-layer-one-loss",
  "/challenges",
  "/challenges/softmax",
  "/challenges/softmax/leaderboard",
  "/challenges/maas-landscape",
  "/challenges/onnx-export",
  "/challenges/onnx-export/trade-offs",
  "/challenges/clean-table",
  "/challenges/clean-table/standings",
  "/challenges/maas-design-doc",
  "/challenges/team-capstone",
  "/sign-in",
  "/sign-up",
  "/forgot",
  "/developers",
  "/method",
  "/verify-credential",
  "/achievements",
  "/achievements/model-serving-working",
  "/skill-map",
  "/openings",
  "/roles",
  "/roles/data-scientist",
  "/nowhere",
];

const MEMBER_PAGES = [
  "/skills",
  "/skills/neural-networks",
  "/orientation",
  "/submissions",
  "/account",
  "/account/security",
  "/account/tokens",
  "/account/fairness",
  "/account/data",
  "/account/profile",
  "/candidate",
  "/candidate/consent",
  "/candidate/seen",
  "/candidate/openings",
  "/candidate/import",
  "/candidate/print",
  "/candidate/applications",
  "/candidate/conversations",
  "/roles",
  "/roles/data-scientist",
  "/admin",
  "/admin/users",
  "/admin/mail",
  "/admin/seasons",
  "/admin/measurement",
  "/admin/credentials",
  "/admin/items",
  "/admin/items/softmax",
  "/admin/marking",
  "/admin/marking/projects/team-capstone",
  "/reviews",
  "/challenges/softmax",
  "/challenges/maas-landscape",
  "/challenges/onnx-export",
  "/challenges/onnx-export/trade-offs",
  "/challenges/clean-table",
];

/** Every page in both languages where the suites run whole, else in one of them, by turns. */
const sampled = (paths: string[], turn: number): string[] =>
  process.env.TEST_FULL ? paths : paths.filter((_, at) => at % 2 === turn);

type Violation = { id: string; nodes: { html: string }[] };
type WithAxe = { axe: { run: () => Promise<{ violations: Violation[] }> } };

/** Nothing that axe finds, and nothing wider than the screen, on a phone and on a desk. */
async function expectFitting(page: Page, locale: string, paths: string[]) {
  for (const path of paths) {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`/${locale}${path}`);
    await page.addScriptTag({ content: AXE });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as WithAxe).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      });
      expect.soft(found, `${path} at ${width}`).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
      const header = await page.getByRole("banner").evaluate((one) => one.clientHeight);
      expect.soft(header, `the header of ${path} at ${width}`).toBeLessThanOrEqual(100);
    }
  }
}

for (const [at, [locale, colorScheme]] of (
  [
    ["en", "light"],
    ["zh", "dark"],
  ] as const
).entries()) {
  test(`pages in ${locale}, ${colorScheme}: accessible and within the screen`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    await expectFitting(await context.newPage(), locale, sampled(PAGES, at));
    await context.close();
  });
}

for (const [at, [locale, colorScheme]] of (
  [
    ["en", "dark"],
    ["zh", "light"],
  ] as const
).entries()) {
  test(`a member's pages in ${locale}, ${colorScheme}: accessible and within the screen`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await becomeAdmin(page);
    await expectFitting(page, locale, sampled(MEMBER_PAGES, at));
    await context.close();
  });
}

test("every page sends a policy without inline scripts, and none breaks it", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) broken.push(message.text());
  });
  for (const path of PAGES) {
    const answer = await page.goto(`/en${path}`);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy).toContain("frame-ancestors 'none'");
  }
  expect(broken).toEqual([]);
});

test("an address that does not exist answers 404 in the reader's language", async ({ page }) => {
  expect((await page.goto("/zh/nowhere"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "这里没有内容" })).toBeVisible();
  await expect(page).toHaveTitle("这里没有内容 · 试金石");
});
