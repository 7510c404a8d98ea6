import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { becomeAdmin, signIn, signUp } from "./people";

const SOFTMAX = readFileSync("content/challenges/softmax/submissions/accepted/shifted.py", "utf8");

test("what learners did stands on the author's pages, which no learner can open", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const learner = await (await browser.newContext()).newPage();
  await signIn(learner, await signUp(learner));
  await learner.goto("/en/challenges/softmax");
  await expect(learner.locator(".cm-content")).toBeVisible();
  await learner.getByLabel("Upload a file").setInputFiles({
    ...{ name: "solution.py", mimeType: "text/x-python" },
    buffer: Buffer.from(SOFTMAX),
  });
  await learner.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(learner.getByText(/(\d+) of \1 cases passed/)).toBeVisible({ timeout: 30_000 });
  for (const path of ["/en/admin/items", "/en/admin/items/softmax"]) {
    expect((await learner.goto(path))?.status()).toBe(404);
  }

  const admin = await (await browser.newContext()).newPage();
  await becomeAdmin(admin);
  await admin.goto("/en/admin/measurement");
  await admin.getByRole("button", { name: "Look at the items now" }).click();
  await expect(admin.getByText("A look was asked for")).toBeVisible();
  await expect(async () => {
    await admin.goto("/en/admin/items?sort=learners");
    await expect(admin.getByRole("row", { name: /Stable softmax/ })).toContainText("(few)", {
      timeout: 1_000,
    });
  }).toPass({ timeout: 150_000 });
  await admin.getByRole("link", { name: /Needs a look/ }).click();
  await expect(admin).toHaveURL(/show=look/);
  await admin.getByRole("link", { name: "All", exact: true }).click();
  await admin.getByRole("link", { name: "Stable softmax" }).click();
  await expect(admin.getByRole("heading", { name: "Cases" })).toBeVisible();
  await expect(admin.getByText(/Not calibrated/)).toBeVisible();
  await admin.goto("/en/method");
  await expect(admin.getByText(/from live data/)).toBeVisible();
});

test("facts for fairness are told, and taken back in one click", async ({ page }) => {
  await signIn(page, await signUp(page));
  await page.goto("/en/account/fairness");
  await page.getByLabel("How you came into the field").selectOption("Taught myself");
  await page.getByRole("button", { name: "Allow this use" }).click();
  await expect(page.getByText(/and nothing else/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("How you came into the field")).toHaveValue("self_taught");
  await page.getByRole("button", { name: "Forget what I told" }).click();
  await expect(page.getByText("Forgotten.")).toBeVisible();
  await expect(page.getByLabel("How you came into the field")).toHaveValue("");
});
