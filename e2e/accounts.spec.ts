import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { address, becomeAdmin, PASSWORD, signIn, signUp } from "./people";

const NEW_PASSWORD = "basalt ledger comet 91";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ACCOUNT_PAGES = ["", "/security", "/tokens", "/data"];

type WithAxe = {
  axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
};

/** A page in a browser of its own. */
const elsewhere = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** The link in the newest letter to the address, as the admin reads it on the mail page. */
async function mailedLink(admin: Page, recipient: string): Promise<string> {
  await admin.goto("/en/admin/mail");
  await admin
    .getByRole("listitem")
    .filter({ hasText: recipient })
    .first()
    .getByRole("link")
    .click();
  const text = (await admin.locator("pre").textContent()) ?? "";
  return /https?:\S+token=[\w-]+/.exec(text)?.[0] ?? "";
}

test("a mistaken sign-up says what to mend, keeps what was typed, and leads there", async ({
  page,
}) => {
  await page.goto("/en/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill("ada@");
  await page.getByLabel("Password").fill("password");
  await page.getByRole("button", { name: "Sign up" }).click();
  const email = page.getByLabel("Email");
  await expect(page.getByRole("alert").filter({ hasText: "Please correct this" })).toBeVisible();
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription("Enter an address like name@example.org.");
  await expect(email).toHaveValue("ada@");
  await expect(page.getByLabel("Name")).toHaveValue("Ada");
});

test("forms work without scripts", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const email = await signUp(page);
  await signIn(page, email);
  await page.goto("/zh/account");
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "登录" })).toBeVisible();
});

test("an address is confirmed, a password reset, by letters that the admin can read", async ({
  page,
  browser,
}) => {
  const admin = await elsewhere(browser);
  await becomeAdmin(admin);
  const email = await signUp(page);

  await page.goto(await mailedLink(admin, email));
  await page.getByLabel("Password").fill("not my password");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your address is confirmed.")).toBeVisible();

  const other = await elsewhere(browser);
  await other.goto("/en/forgot");
  await other.getByLabel("Email").fill(email);
  await other.getByRole("button", { name: "Send link" }).click();
  await expect(other.getByText("is on its way")).toBeVisible();
  const link = await mailedLink(admin, email);
  await other.goto(link);
  await other.getByLabel("New password").fill(NEW_PASSWORD);
  await other.getByRole("button", { name: "Save password" }).click();
  await expect(other.getByText("Your new password is saved")).toBeVisible();

  await page.goto("/en/account");
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await signIn(page, email, NEW_PASSWORD);
});

test("a wrong password and an unknown address read the same", async ({ page }) => {
  const email = await signUp(page);
  for (const who of [email, address()]) {
    await page.goto("/en/sign-in");
    await page.getByLabel("Email").fill(who);
    await page.getByLabel("Password").fill("not my password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("Address or password is wrong")).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(who);
  }
});

test("each page of the account asks for a sign-in that leads back to it", async ({ page }) => {
  for (const path of ACCOUNT_PAGES) {
    await page.goto(`/zh/account${path}`);
    expect(new URL(page.url()).searchParams.get("next")).toBe(`/zh/account${path}`);
  }
});

test("signing in leads back to where one was going, and never to another site", async ({
  page,
}) => {
  const email = await signUp(page);
  for (const [next, path] of [
    ["/en/account/tokens", "/en/account/tokens"],
    ["//evil.example", "/en"],
    ["/\\evil.example", "/en"],
  ] as const) {
    await page.context().clearCookies();
    await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL((url) => url.pathname === path);
    expect(new URL(page.url()).hostname).toBe("127.0.0.1");
  }
});

test("signing out everywhere ends the other browser's session", async ({ page, browser }) => {
  const email = await signUp(page);
  await signIn(page, email);
  const other = await elsewhere(browser);
  await signIn(other, email);
  await page.goto("/en/account/security");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.goto("/en/account");
  await expect(other).toHaveURL(/\/en\/sign-in\?next=/);
});

test("an access token is shown once, works for its permissions, and ends when revoked", async ({
  page,
  playwright,
}) => {
  await signIn(page, await signUp(page));
  await page.goto("/en/account/tokens");
  await page.getByLabel("Name").fill("laptop");
  await page.getByLabel("Read my profile").check();
  await page.getByRole("button", { name: "Create token" }).click();
  const token = (await page.getByRole("status").locator("code").textContent()) ?? "";
  const api = await playwright.request.newContext({
    baseURL: new URL(page.url()).origin,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect((await api.get("/api/v1/me")).status()).toBe(200);
  expect((await api.get("/api/v1/submissions")).status()).toBe(403);
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke laptop" }).click();
  await expect(page.getByText("You have no access tokens.")).toBeVisible();
  expect((await api.get("/api/v1/me")).status()).toBe(401);
});

test("one's data can be taken along, and the account deleted", async ({ page }) => {
  const email = await signUp(page);
  await signIn(page, email);
  await page.goto("/en/account/data");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 4)
      .toString("latin1"),
  ).toBe("PK\x03\x04");
  await page.getByLabel("Now, for good").check();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Type delete to confirm").fill("delete");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/en/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Address or password is wrong")).toBeVisible();
});

test("who asks to be erased is gone at once, and can take it back", async ({ page }) => {
  const email = await signUp(page);
  await signIn(page, email);
  await page.goto("/en/account/data");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Type delete to confirm").fill("delete");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/en/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: "Take it back or fetch my data" }).click();
  await expect(page.getByRole("heading", { name: "Your account is being erased" })).toBeVisible();
  expect((await page.request.get("/api/auth/export")).status()).toBe(200);
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Learner");
});

test("an invitation for one address is not for another account", async ({ page, browser }) => {
  const admin = await elsewhere(browser);
  await becomeAdmin(admin);
  const invited = address();
  await admin.goto("/en/admin/users");
  await admin.getByLabel("Address", { exact: true }).fill(invited);
  await admin.getByRole("button", { name: "Make a link" }).click();
  const link = (await admin.getByRole("status").locator("code").textContent()) ?? "";
  await signIn(page, await signUp(page));
  const answer = await page.goto(link);
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("heading", { name: "Not for this account" })).toBeVisible();
});

test("an admin disables a person, whose session ends at once", async ({ page, browser }) => {
  const admin = await elsewhere(browser);
  await becomeAdmin(admin);
  const email = await signUp(page);
  await signIn(page, email);
  await admin.goto(`/en/admin/users?search=${encodeURIComponent(email)}`);
  await admin
    .getByRole("button", { name: /Disable/ })
    .first()
    .click();
  await expect(admin.getByRole("button", { name: /Enable/ }).first()).toBeVisible();
  await page.goto("/en/account");
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
});

for (const locale of ["en", "zh"]) {
  test(`the account's pages in ${locale}: accessible and within the screen`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    await signIn(page, await signUp(page));
    for (const path of ACCOUNT_PAGES) {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(`/${locale}/account${path}`);
      await page.addScriptTag({ content: AXE });
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const found = await page.evaluate(async () => {
          const { violations } = await (window as unknown as WithAxe).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
        });
        expect.soft(found, `${path} at ${width}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });
}
