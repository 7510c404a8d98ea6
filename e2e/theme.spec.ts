import { expect, type Page, test } from "@playwright/test";

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test.use({ colorScheme: "light" });

test("a visitor chooses the theme in the header; the next page comes in it at once", async ({
  page,
}) => {
  await page.goto("/en/tracks");
  const light = await background(page);
  const theme = page.getByRole("banner").getByLabel("Theme");
  await expect(theme).toHaveValue("system");

  const kept = page.waitForResponse((answer) => answer.request().method() === "POST");
  await theme.selectOption({ label: "Dark" });
  expect(await background(page)).not.toBe(light);
  await kept;

  const html = await (await page.request.get("/en/challenges")).text();
  expect(html).toMatch(/<html[^>]* data-theme="dark"/);
  await page.reload();
  await expect(theme).toHaveValue("dark");

  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await background(page);
  await theme.selectOption({ label: "Light" });
  expect(await background(page)).toBe(light);
  await theme.selectOption({ label: "As the device" });
  expect(await background(page)).toBe(dark);
});

test("the theme is chosen by keyboard alone, on a phone too", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/zh");
  await page.getByRole("banner").getByLabel("外观").focus();
  await page.keyboard.press("End");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
