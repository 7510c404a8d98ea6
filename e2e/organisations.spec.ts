import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { arrive, becomeAdmin, mailedLink, PASSWORD, signIn, signUp } from "./people";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
type WithAxe = { axe: { run: () => Promise<{ violations: { id: string }[] }> } };

const elsewhere = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** Nothing that axe finds, and nothing wider than a phone or a desk. */
async function expectSound(page: Page, path: string) {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const locale of ["en", "zh"]) {
      await page.goto(`/${locale}${path}`);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as WithAxe).axe.run();
        const { scrollWidth, clientWidth } = document.documentElement;
        return { violations: violations.map(({ id }) => id), wide: scrollWidth > clientWidth };
      });
      expect(found, `${locale}${path} at ${width}`).toEqual({ violations: [], wide: false });
    }
  }
}

/** What an authenticator app shows for the key, so many steps of 30 seconds from now. */
function appCode(key: string, by = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replace(/\s/g, "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + by));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

test("an organisation is founded, verified by an admin, and joined by a letter", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const admin = await elsewhere(browser);
  await becomeAdmin(admin);
  await arrive(page, admin);
  const name = `Quarry ${Date.now()}`;
  const slug = name.toLowerCase().replace(" ", "-");

  await page.goto("/en/hire");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Website").fill("not an address");
  await page.getByRole("button", { name: "Found it" }).click();
  await expect(page.getByLabel("Website")).toHaveAccessibleDescription(/Enter a whole address/);
  await page.getByLabel("Website").fill("https://quarry.example");
  await page.getByRole("button", { name: "Found it" }).click();
  await expect(page.getByText("Not verified yet")).toBeVisible();

  await admin.goto(`/en/admin/organisations?search=${slug}`);
  await admin.getByText("Verify …").click();
  await admin.getByLabel("What you have checked").fill("The register of companies.");
  await admin.getByRole("button", { name: "Verify", exact: true }).click();
  await expect(admin.getByText(/^Verified/)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Not verified yet")).toBeHidden();

  const guest = await elsewhere(browser);
  const email = await arrive(guest, admin);
  await page.goto(`/en/hire/${slug}/members`);
  await page.getByLabel("Mail address").fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
  await guest.goto(await mailedLink(admin, email));
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByRole("heading", { name })).toBeVisible();
  const settings = await guest.goto(`/en/hire/${slug}/settings`);
  expect(settings?.status()).toBe(404);

  for (const part of ["", "/members", "/settings", "/tokens", "/log", "/fairness"]) {
    await expectSound(page, `/hire/${slug}${part}`);
  }
  await expectSound(page, "/hire");
  await expectSound(admin, "/admin/organisations");
  await expectSound(admin, "/admin/reports");
});

test("a second factor is set up with an app and asked for at sign-in", async ({ page }) => {
  test.setTimeout(120_000);
  const email = await signUp(page);
  await signIn(page, email);
  await page.goto("/en/account/security");
  const section = page.getByRole("region", { name: "Second factor" });
  await section.getByLabel("Current password").fill(PASSWORD);
  await section.getByRole("button", { name: "Set up a second factor" }).click();
  const key = (await section.locator("code").textContent()) ?? "";
  await section.getByLabel("Code that the app shows").fill(appCode(key, -1));
  await section.getByRole("button", { name: "Switch it on" }).click();
  await expect(section.getByText("These are your recovery codes")).toBeVisible();
  const [recovery = ""] = ((await section.locator("code").last().textContent()) ?? "").split(" ");
  await expectSound(page, "/account/security");

  await page.context().clearCookies();
  const firstFactor = async () => {
    await page.goto("/en/sign-in?next=/en/account");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
  };
  await firstFactor();
  await expectSound(page, "/sign-in/code");
  await page.goto("/en/account");
  await expect(page).toHaveURL(/sign-in/);
  await firstFactor();
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Code")).toHaveAccessibleDescription(/not right/);
  await page.getByLabel("Code").fill(appCode(key));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/en\/account/);

  await page.context().clearCookies();
  await firstFactor();
  await page.getByLabel("Code").fill(recovery);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/en\/account/);
});
