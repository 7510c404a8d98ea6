import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { signIn, signUp } from "./people";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type WithAxe = {
  axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
};

/** Nothing that axe finds, and nothing wider than the screen. */
async function expectFitting(page: Page) {
  await page.addScriptTag({ content: AXE });
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as WithAxe).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
  expect.soft(found, page.url()).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(wide, page.url()).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** A page of somebody who is not signed in, on a phone. */
async function visitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    bypassCSP: true,
    viewport: { width: 360, height: 740 },
  });
  return context.newPage();
}

/** A learner with one measured skill. */
async function measured(page: Page): Promise<string> {
  const email = await signUp(page);
  await signIn(page, email);
  await page.goto("/en/challenges/softmax");
  await expect(page.locator(".cm-content")).toBeVisible();
  const code = readFileSync("content/challenges/softmax/submissions/accepted/shifted.py");
  await page
    .getByLabel("Upload a file")
    .setInputFiles({ name: "solution.py", mimeType: "text/x-python", buffer: code });
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText(/(\d+) of \1 cases passed/)).toBeVisible({ timeout: 30_000 });
  return email;
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

test("a profile is shown where its owner wants it, with what he ticks, and gone when he says so", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const email = await measured(page);
  const handle = `ada-${Date.now()}`;
  await page.goto("/en/account/profile");
  await expect(page.getByText("It is off.")).toBeVisible();

  await page.getByLabel("Show my public profile").check();
  await page.getByLabel("Address").fill("admin");
  await page.getByLabel("Name on the profile").fill("Ada <b>Example</b>");
  await page.getByLabel(/^Neural networks/).check();
  await save(page);
  await expect(page.getByLabel("Address")).toBeFocused();
  await expect(page.getByLabel("Address")).toHaveAccessibleDescription(/This word is reserved/);
  await expect(page.getByLabel("Show my public profile")).toBeChecked();
  await expect(page.getByLabel(/^Neural networks/)).toBeChecked();
  await expect(page.getByLabel(/^Loss functions/)).not.toBeChecked();

  await page.getByLabel("Address").fill(handle);
  await page.getByLabel("Headline in Chinese").fill("亲手搭建神经网络");
  await page.getByLabel("中文").check();
  await save(page);
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

  const other = await visitor(browser);
  for (const [locale, skill] of [
    ["en", "Neural networks"],
    ["zh", "神经网络"],
  ] as const) {
    const answer = await other.goto(`/${locale}/p/${handle}`);
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()["cache-control"]).toContain("no-store");
    await expect(other).toHaveTitle("Ada <b>Example</b>");
    await expect(other.getByRole("heading", { name: skill })).toBeVisible();
    await expect(other.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
    await expectFitting(other);
    const html = (await answer?.text()) ?? "";
    for (const secret of [email, "Loss functions", "损失函数", "userId"])
      expect(html).not.toContain(secret);
  }
  await expect(other.getByText("亲手搭建神经网络")).toBeVisible();
  const image = await other.request.get(`/zh/p/${handle}/image`);
  expect(image.headers()["content-type"]).toBe("image/png");
  expect((await image.body()).readUInt32BE(16)).toBe(1200);
  await other.emulateMedia({ media: "print" });
  await expect(other.getByRole("banner")).toBeHidden();
  await expect(other.getByRole("button", { name: "打印或存为 PDF" })).toBeHidden();

  await page.goto("/en/skills/neural-networks");
  await page.getByRole("button", { name: "Hide from my profile" }).click();
  await expect(page.getByRole("button", { name: "Show on my profile" })).toBeVisible();
  await other.goto(`/en/p/${handle}`);
  await expect(other.getByText("No skill is shown.")).toBeVisible();

  await page.goto("/en/account/profile");
  await page.getByLabel("Show my public profile").uncheck();
  await save(page);
  await expect(page.getByText("It is off.")).toBeVisible();
  const [off, never] = [handle, "nobody-has-this"].map((one) => `/en/p/${one}`);
  expect((await other.goto(off ?? ""))?.status()).toBe(404);
  const text = await other.getByRole("main").textContent();
  expect((await other.goto(never ?? ""))?.status()).toBe(404);
  expect(await other.getByRole("main").textContent()).toBe(text);
  expect((await other.request.get(`${off}/image`)).status()).toBe(404);
});

test("a role is there for everybody, and a person sees his gaps and the way", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const other = await visitor(browser);
  for (const locale of ["en", "zh"]) {
    for (const path of ["/roles", "/roles/llm-training-engineer"]) {
      await other.goto(`/${locale}${path}`);
      await expectFitting(other);
    }
  }
  await expect(other.getByRole("link", { name: "登录后对照" })).toBeVisible();
  expect((await other.goto("/en/roles/astronaut"))?.status()).toBe(404);

  await measured(page);
  await page.goto("/en/skills");
  await page.getByRole("link", { name: "Compare with a role" }).click();
  await page.getByRole("link", { name: "By fit" }).click();
  await expect(page.getByRole("meter").first()).toBeVisible();
  await page.getByRole("link", { name: "Large-model training engineer" }).click();
  await expect(page.getByText(/with a probability of at least/)).toBeVisible();
  await expect(page.getByRole("img", { name: /^Neural networks: \d+, between/ })).toBeVisible();
  await expect(
    page.getByRole("img", { name: /^Transformers and attention: not measured/ }),
  ).toBeVisible();
  await page.getByText("The figures as a table").click();
  await expect(page.getByRole("row", { name: /^Neural networks 75/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "A path to it" })).toBeVisible();
  await expect(page.getByText(/No content here yet for: .*Distributed training/)).toBeVisible();
});
