import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { signIn, signUp } from "./people";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
type WithAxe = { axe: { run: () => Promise<{ violations: { id: string }[] }> } };

/** Nothing that axe finds, and nothing wider than the screen. */
async function expectSound(page: Page) {
  await page.addScriptTag({ content: AXE });
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as WithAxe).axe.run();
    return violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

const question = (page: Page) => page.getByRole("group", { name: /^第 \d+ 题/ });

/** Answers the open question by keyboard alone; some questions with "I do not know". */
async function answerByKeyboard(page: Page, number: number) {
  const open = page.getByRole("group", { name: new RegExp(`^第 ${number} 题`) });
  await expect(open).toBeVisible();
  const choices = open.getByRole("radio").or(open.getByRole("checkbox"));
  const typed = open.getByRole("textbox");
  if (number % 7 === 0) {
    await page.getByRole("button", { name: "不知道" }).focus();
    return page.keyboard.press("Enter");
  }
  if ((await choices.count()) > 0) {
    await choices.first().focus();
    await page.keyboard.press("Space");
  } else if ((await typed.count()) > 0) {
    await typed.focus();
    await page.keyboard.type("12");
  } else {
    await open.getByRole("button", { name: /^下移/ }).first().focus();
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "提交答案" }).focus();
  await page.keyboard.press("Enter");
}

test("a learner does the whole orientation on a phone by keyboard, and sees bands", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, await signUp(page));
  await page.goto("/zh/skills");
  await page.getByRole("link", { name: "去做摸底" }).click();
  await expect(page.getByRole("heading", { name: "不是什么" })).toBeVisible();
  await expectSound(page);
  await page.getByRole("button", { name: "开始" }).click();
  await page.waitForURL(/\/zh\/orientation\/./);
  await expect(page.getByText("第 1 题，最多 28 题")).toBeVisible();
  await expect(page.getByText(/为什么问这题/)).toBeVisible();
  await expectSound(page);
  const html = await (await page.request.get(page.url())).text();
  expect(html).not.toMatch(/explanation\\?":|\\?"key\\?":true|\\?"accept|\\?"drawn\\?":/);

  await page.getByRole("button", { name: "提交答案" }).click();
  await expect(page.getByText("请先作答；不会的话，选“不知道”。")).toBeVisible();
  await page.reload();
  await expect(page.getByText("第 1 题，最多 28 题")).toBeVisible();

  const over = page.getByRole("heading", { name: "摸底结果" });
  for (let number = 1; number <= 28; number++) {
    await answerByKeyboard(page, number);
    const next = page.getByRole("group", { name: new RegExp(`^第 ${number + 1} 题`) });
    await expect(next.or(over)).toBeVisible();
    if (await over.isVisible()) break;
  }
  await expect(over).toBeVisible();
  await expect(page.getByRole("row", { name: /模型与训练/ })).toContainText(/\d+（\d+ 到 \d+）/);
  await expect(page.getByText("解析").first()).toBeVisible();
  await expectSound(page);

  await page.getByRole("link", { name: "我的能力" }).last().click();
  await expect(page.getByRole("img", { name: /各领域的水平与区间/ })).toBeVisible();
  await expect(page.getByText(/你已经做过一次，.+起可以再做/)).toBeVisible();
  await page.getByRole("link", { name: "做过的摸底" }).click();
  await expect(page.getByText(/起可以再做一次/)).toBeVisible();
});

test("an orientation is its learner's alone, and ends when he says so", async ({
  page,
  browser,
}) => {
  await signIn(page, await signUp(page));
  await page.goto("/zh/orientation");
  await page.getByRole("button", { name: "开始" }).click();
  await page.waitForURL(/\/zh\/orientation\/./);
  await expect(question(page)).toBeVisible();
  const started = page.url();
  await page.goto("/zh/skills");
  await page.getByRole("link", { name: "接着做" }).click();
  await page.waitForURL(started);
  const stranger = await (await browser.newContext()).newPage();
  await signIn(stranger, await signUp(stranger));
  expect((await stranger.goto(page.url()))?.status()).toBe(404);
  await page.getByRole("button", { name: "提前结束" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束", exact: true }).click();
  await expect(page.getByText("一题也没有答，所以没有测量结果。")).toBeVisible();
});
