import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { becomeAdmin, signIn, signUp } from "./people";

const known = (path: string) =>
  readFileSync(`content/challenges/softmax/submissions/${path}.py`, "utf8");

async function write(page: Page, code: string) {
  await expect(page.locator(".cm-content")).toBeVisible();
  await page.getByLabel("Upload a file").setInputFiles({
    name: "solution.py",
    mimeType: "text/x-python",
    buffer: Buffer.from(code),
  });
}

const cases = (page: Page, outcome: string) => page.locator(`li[data-outcome="${outcome}"]`);

test("a visitor runs the sample challenge without an account", async ({ page }) => {
  await page.goto("/en");
  await expect(page.locator(".cm-content")).toBeVisible();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("1 of 3 cases passed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit" })).toHaveCount(0);
});

test("a learner signs up, submits, sees the cases, mends the code, and passes", async ({
  page,
}) => {
  const email = await signUp(page);
  await signIn(page, email);
  await page.goto("/en/tracks");
  await page.getByRole("link", { name: "Deep learning core" }).click();
  await page.getByRole("link", { name: "Stable softmax" }).click();
  await expect(page.locator(".cm-content")).toBeVisible();

  await write(page, known("wrong_answer/in_place"));
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("0 of 11 cases passed")).toBeVisible();
  await expect(cases(page, "failed")).toHaveCount(11);
  await expect(page.getByText("softmax changed an array").first()).toBeVisible();

  await write(page, known("accepted/shifted"));
  await page.locator(".cm-content").press("Control+Shift+Enter");
  await expect(page.getByText("11 of 11 cases passed")).toBeVisible();
  await expect(cases(page, "passed")).toHaveCount(11);

  await page.reload();
  await expect(page.getByText("11 of 11 cases passed")).toBeVisible();

  await page.getByRole("link", { name: "Open the submission" }).click();
  await page.waitForURL(/\/submissions\/./);
  await expect(page.getByText("11 of 11 cases passed")).toBeVisible();
  await page.reload();
  await expect(cases(page, "passed")).toHaveCount(11);

  await page.goto("/en/submissions?verdict=passed");
  await expect(page.getByRole("listitem").filter({ hasText: "Stable softmax" })).toHaveCount(1);
  await page.goto("/zh/tracks/deep-learning");
  await expect(page.getByText("已通过")).toBeVisible();
});

test("a run under way goes on after a reload, once; its result is not kept", async ({ page }) => {
  const runs: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/v1/runs")) {
      runs.push(request.url());
    }
  });
  await page.goto("/en/challenges/softmax");
  await write(page, "import time\n\n\ndef softmax(x):\n    time.sleep(1)\n    return x\n");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Running", { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("0 of 3 cases passed")).toBeVisible({ timeout: 20_000 });
  expect(runs).toHaveLength(1);
  await page.reload();
  await expect(page.getByText("Run executes the visible cases.")).toBeVisible();
});

test("a run that is gone leaves no trace on the page", async ({ page }) => {
  await page.goto("/en/challenges/softmax");
  await page.evaluate(() => {
    const run = { id: crypto.randomUUID(), readKey: "spent" };
    sessionStorage.setItem("touchstone:run:softmax", JSON.stringify(run));
  });
  const refused = page.waitForResponse((answer) => answer.url().includes("/api/v1/runs/"));
  await page.reload();
  expect((await refused).status()).toBe(404);
  await expect(page.getByText("Run executes the visible cases.")).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("code that is being written survives a reload", async ({ page }) => {
  await page.goto("/en/challenges/softmax");
  await write(page, "# kept in this browser\n");
  await expect(page.getByText("Kept in this browser", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator(".cm-content")).toContainText("# kept in this browser");
  await page.getByRole("button", { name: "Reset to starter" }).click();
  await page.getByRole("button", { name: "Reset to starter" }).click();
  await expect(page.locator(".cm-content")).toContainText("np.exp(x)");
  await page.getByRole("button", { name: "Undo reset" }).click();
  await expect(page.locator(".cm-content")).toContainText("# kept in this browser");
});

test("an admin sees the workers and the mails; for others these pages do not exist", async ({
  page,
  browser,
}) => {
  await becomeAdmin(page);
  await page.goto("/en/admin");
  await expect(page.getByRole("cell", { name: "alive" })).toBeVisible();
  await page.goto("/en/admin/users");
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();
  await page.goto("/en/admin/mail");
  await expect(page.getByRole("heading", { name: "Mail" })).toBeVisible();
  const stranger = await (await browser.newContext()).newPage();
  const answer = await stranger.goto("/en/admin");
  expect(answer?.status()).toBe(404);
});

test("a training draws its curve while it runs, and tells what was reached", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, await signUp(page));
  await page.goto("/en/challenges/train-mlp");
  const solution = "content/challenges/train-mlp/submissions/accepted/full_batch.py";
  await write(page, readFileSync(solution, "utf8"));
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  const curve = page.getByRole("img", { name: /^loss at step/ }).first();
  await expect(curve).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("3 of 3 cases passed")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/^Reached .*95 % interval/)).toBeVisible();
  await page.getByText("Numbers behind the curves").first().click();
  await expect(page.getByRole("columnheader", { name: "loss" }).first()).toBeVisible();
});
