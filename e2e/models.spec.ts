import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { signIn, signUp } from "./people";

const EXPORT = "challenges/onnx-export";
const known = (name: string) => `content/${EXPORT}/submissions/${name}.onnx`;

async function handIn(page: Page, file: string, texts: { hand: string; file: string }) {
  await page.getByLabel(texts.file).setInputFiles(file);
  await page.getByRole("button", { name: texts.hand, exact: true }).click();
}
const EN = { hand: "Hand in", file: "Choose a file" };
const ZH = { hand: "提交", file: "选择文件" };

test("a visitor reads the rules of a file, takes the generator, and is asked to sign in", async ({
  page,
}) => {
  await page.goto(`/en/${EXPORT}`);
  await expect(page.getByText("13 to 25")).toBeVisible();
  await page.getByText("operators are taken").click();
  await expect(page.getByText("GlobalAveragePool")).toBeVisible();
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download digits.py" }).click();
  const file = await (await arriving).path();
  expect(await readFile(file)).toEqual(await readFile(`content/${EXPORT}/given/digits.py`));
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/sign-in\?next=.*onnx-export/);
});

test("a learner hands in a model, sees what it reached, and finds it among the trade-offs", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, await signUp(page));
  await page.goto(`/en/${EXPORT}`);
  await expect(page.getByText("10 of 10 left within 24 hours")).toBeVisible();
  await handIn(page, known("accepted/strided"), EN);
  await expect(page.getByText("4 of 4 cases passed")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Reached 0\.99\d*; 0\.95 is needed/)).toBeVisible();
  await expect(page.getByText("9 of 10 left within 24 hours")).toBeVisible();

  await page.getByRole("link", { name: "Quality against cost" }).click();
  const plot = page.getByRole("img", {
    name: /^Accuracy against Size of the file in KiB of 1 model/,
  });
  await expect(plot.locator("circle")).toHaveCount(1);
  const row = page.getByRole("row", { name: /^You/ });
  await expect(row).toContainText("Passed");
  await row.getByRole("link").click();
  await expect(page.getByText("4 of 4 cases passed")).toBeVisible();
});

test("a refused file is told why, in the reader's language, and costs no attempt", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, await signUp(page));
  await page.goto(`/en/${EXPORT}`);
  await handIn(page, known("wrong_answer/fixed_batch"), EN);
  await expect(page.getByText(/first axis of the input has to be free/).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText("10 of 10 left within 24 hours")).toBeVisible();

  await page.goto(`/zh/${EXPORT}`);
  await handIn(page, known("hostile/outside"), ZH);
  await expect(page.getByText(/的权重存放在文件之外/).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("24 小时内还可提交 10 次（共 10 次）")).toBeVisible();
});
