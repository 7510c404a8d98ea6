import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { becomeAdmin, signIn, signUp } from "./people";

const right = (challenge: string, name: string) =>
  readFileSync(`content/challenges/${challenge}/submissions/accepted/${name}.py`, "utf8");

async function pass(page: Page, challenge: string, code: string) {
  await page.goto(`/en/challenges/${challenge}`);
  await expect(page.locator(".cm-content")).toBeVisible();
  await page.getByLabel("Upload a file").setInputFiles({
    name: "solution.py",
    mimeType: "text/x-python",
    buffer: Buffer.from(code),
  });
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText(/(\d+) of \1 cases passed/)).toBeVisible({ timeout: 30_000 });
}

/** Level, low and high of a skill, as its page says them. */
async function bandOf(page: Page, skill: string): Promise<[number, number, number]> {
  await page.goto(`/en/skills/${skill}`);
  const text = await page.getByText(/^\d+ \(\d+ to \d+\) ·/).textContent();
  const [level = 0, low = 0, high = 0] = (text?.match(/\d+/g) ?? []).map(Number);
  return [level, low, high];
}

test("a band begins with the first verdict, and the next one narrows and lifts it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, await signUp(page));
  await page.goto("/en/skills");
  await expect(page.getByText("Nothing is measured yet")).toBeVisible();
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();

  await pass(page, "softmax", right("softmax", "shifted"));
  const [level, low, high] = await bandOf(page, "neural-networks");
  expect(level).toBeGreaterThan(50);
  await pass(page, "dense-layer", right("dense-layer", "chain_rule"));
  const [more, lower, upper] = await bandOf(page, "neural-networks");
  expect(more).toBeGreaterThanOrEqual(level);
  expect(upper - lower).toBeLessThan(high - low);
  await expect(page.getByRole("row", { name: /Stable softmax/ })).toContainText("Passed");

  await page.goto("/zh/skills");
  await expect(page.getByRole("link", { name: "神经网络" }).first()).toBeVisible();
  await expect(page.getByRole("img", { name: /各领域的水平与区间/ })).toBeVisible();
});

test("anybody may read how skills are measured", async ({ page }) => {
  await page.goto("/zh/method");
  await expect(page.getByRole("heading", { name: "不应当用来做什么" })).toBeVisible();
  await page.goto("/en/method");
  await expect(page.getByRole("heading", { name: "On this installation" })).toBeVisible();
});

test("an admin sets where levels begin, and is told what cannot be", async ({ page }) => {
  await becomeAdmin(page);
  await page.goto("/en/admin/measurement");
  await page.getByLabel("Working from").fill("1.5");
  await page.getByRole("button", { name: "Save the cuts" }).click();
  await expect(page.getByText("Give a number from 2 to 98.").first()).toBeVisible();
  await page.getByLabel("Working from").fill("24");
  await page.getByRole("button", { name: "Save the cuts" }).click();
  await expect(page.getByText("Everybody is being measured anew.")).toBeVisible();
});
