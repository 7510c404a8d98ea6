import { expect, test } from "@playwright/test";
import { becomeAdmin, signIn, signUp } from "./people";

// Where this runs without a GPU, which the settings of the installation under test make sure of.
test("a kernel says what it needs, waits for a worker that has it, and cannot be run meanwhile", async ({
  page,
}) => {
  await signIn(page, await signUp(page));
  await page.goto("/en/challenges/triton-softmax");
  await expect(page.getByText("Needs a GPU with 16384 MB.")).toBeVisible();
  await expect(page.getByText("No GPU worker is connected now")).toBeVisible();
  await expect(page.getByText("The speed marks are not proven on this installation")).toBeVisible();
  await expect(page.locator(".cm-content")).toBeVisible();

  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByText("Running the visible cases needs a GPU worker")).toBeVisible();

  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("Needs a GPU worker.")).toBeVisible();
  await page.getByRole("link", { name: "Open the submission" }).click();
  await page.waitForURL(/\/submissions\/./);
  await expect(page.getByText("Needs a GPU worker.")).toBeVisible();
  await page.goto(page.url().replace("/en/", "/zh/"));
  await expect(page.getByText("需要 GPU 评测节点。")).toBeVisible();

  await page.goto("/zh/challenges/triton-attention");
  await expect(page.getByText("需要显存不少于 16384 MB 的 GPU。")).toBeVisible();
});

test("an admin sees that there are no GPUs", async ({ page }) => {
  await becomeAdmin(page);
  await page.goto("/en/admin");
  await expect(page.getByRole("heading", { name: "GPUs" })).toBeVisible();
  await expect(page.getByText("No worker has seen a GPU.")).toBeVisible();
});
