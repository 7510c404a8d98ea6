import { type Browser, expect, type Page } from "@playwright/test";

export const PASSWORD = "granite streak assay 47";
/** The admin of the installation under test, who is there before anybody else. */
export const ADMIN = "admin@example.org";

let people = 0;
/** An address that is nobody's yet; several processes ask for one at once. */
export const address = () =>
  `person${process.env.TEST_WORKER_INDEX}-${++people}-${Date.now()}@example.org`;

/** Signs up on the page; the account waits for its address to be confirmed. */
export async function signUp(page: Page, email = address()): Promise<string> {
  await page.goto("/en/sign-up");
  await page.getByLabel("Name").fill("Learner");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText(email)).toBeVisible();
  return email;
}

export async function signIn(page: Page, email: string, password = PASSWORD) {
  await page.goto("/en/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const account = page.getByRole("link", { name: "Account", exact: true });
  // Hashing of the password waits its turn while a worker reads its first texts.
  await expect(account).toBeVisible({ timeout: 30_000 });
}

/** Signs in as the admin. */
export async function becomeAdmin(page: Page) {
  await signIn(page, ADMIN);
  await expect(page.getByRole("link", { name: "Admin", exact: true })).toBeVisible();
}

/** The link in the newest letter to the address, as the admin reads it on the mail page. */
export async function mailedLink(admin: Page, recipient: string): Promise<string> {
  await admin.goto("/en/admin/mail");
  const letter = admin.getByRole("listitem").filter({ hasText: recipient }).first();
  await letter.getByRole("link").click();
  const text = (await admin.locator("pre").textContent()) ?? "";
  return /https?:\S+token=[\w-]+/.exec(text)?.[0] ?? "";
}

/** Signs up and confirms the address. */
export async function arrive(page: Page, admin: Page, email = address()): Promise<string> {
  await signUp(page, email);
  await page.goto(await mailedLink(admin, email));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your address is confirmed.")).toBeVisible();
  return email;
}

/** Founds an organisation and has it verified; answers its address. */
export async function employer(browser: Browser, page: Page): Promise<string> {
  const name = `Quartz ${process.env.TEST_WORKER_INDEX}${Date.now()}`;
  const admin = await (await browser.newContext()).newPage();
  await becomeAdmin(admin);
  await arrive(page, admin);
  await page.goto("/en/hire");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Found it" }).click();
  await page.waitForURL(/\/en\/hire\/[\w-]+$/);
  const path = new URL(page.url()).pathname;
  await admin.goto("/en/admin/organisations");
  const row = admin.getByRole("listitem").filter({ hasText: name });
  await row.getByText("Verify …").click();
  await row.getByLabel("What you have checked").fill("Its register");
  await row.getByRole("button", { name: "Verify", exact: true }).click();
  await expect(row.getByText("Verified").first()).toBeVisible();
  return path.replace("/en/", "/");
}
