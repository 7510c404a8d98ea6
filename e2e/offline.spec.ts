import { expect, type Page, test } from "@playwright/test";

/** Resolves when the service worker answers for this page's loads. */
const controlled = (page: Page) =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator;
    if (serviceWorker.controller) return;
    await new Promise((resolve) => {
      serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  });

test("without a connection a page of ours says so, in the reader's language, until it is back", async ({
  page,
  context,
}) => {
  await page.goto("/en/tracks");
  await controlled(page);
  await context.setOffline(true);
  const answer = await page.goto("/en/challenges");
  expect(answer?.status()).toBe(503);
  expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
  await expect(page).toHaveTitle("You are offline · Touchstone");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await page.goto("/zh/challenges");
  await expect(page.getByRole("heading", { name: "当前处于离线状态" })).toBeVisible();

  await context.setOffline(false);
  await page.getByRole("link", { name: "重试" }).click();
  await expect(page.getByRole("heading", { name: "题目", level: 1 })).toBeVisible();
});

test("the worker keeps no page and answers no request but a page's", async ({ page, context }) => {
  await page.goto("/en/tracks");
  await controlled(page);
  await page.reload();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.setOffline(true);
  const failed = await page.evaluate(() => fetch("/api/v1/tracks").catch(() => "failed"));
  expect(failed).toBe("failed");
});
