import { expect, type Page, test } from "@playwright/test";
import { expectFitting } from "./fitting";
import { employer, signIn, signUp } from "./people";

test.use({ bypassCSP: true });

/** A mark that no other text of the installation holds. */
const MARK = `Zirconia${Date.now()}`;

const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

/** Writes what he does, agrees to be found blind and ranked. */
async function beFound(page: Page) {
  await page.goto("/en/candidate");
  const english = page.getByRole("region", { name: "English" });
  await english.getByLabel("Headline").fill(`Serves language models ${MARK}`);
  await page.getByRole("button", { name: "Save the profile" }).click();
  await said(page, "Saved.");
  await page.goto("/en/candidate/consent");
  await page.getByLabel("All verified organisations").check();
  await page.getByLabel("Programs may rank me").check();
  await page.getByRole("button", { name: "Save what I agree to" }).click();
  await said(page, "Saved. It holds from now on.");
}

/** Ranks until somebody is found: what he is ranked by is made in the background. */
async function rankUntil(page: Page, hire: string, text: string, isThere: () => Promise<boolean>) {
  await expect(async () => {
    await page.goto(`/en${hire}/search`);
    await page.getByLabel("Text", { exact: true }).fill(text);
    await page.getByRole("button", { name: "Rank", exact: true }).click();
    await page.waitForURL(/rankings/);
    expect(await isThere()).toBe(true);
  }).toPass({ timeout: 90_000 });
}

test("a candidate is found blind, sees who saw him, and is gone once he withdraws", async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000);
  const hire = await employer(browser, page);
  const candidate = await (await browser.newContext({ bypassCSP: true })).newPage();
  await signIn(candidate, await signUp(candidate));
  await beFound(candidate);

  const row = page.getByRole("listitem").filter({ hasText: MARK });
  await page.goto(`/en${hire}/search`);
  await page.getByRole("button", { name: "Rank", exact: true }).click();
  await expect(
    page.getByText("Choose an opening, write a text or set a condition.").first(),
  ).toBeVisible();
  await rankUntil(page, hire, `language models ${MARK}`, () => row.isVisible());
  await expect(row.getByText(/Candidate [A-Z2-9]{5}/).first()).toBeVisible();
  await expect(row).not.toContainText("Learner");
  await row.locator("summary").click();
  await expect(row.getByRole("rowheader", { name: "Nearness of the texts" })).toBeVisible();
  await expectFitting(page);
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Put side by side" }).click();
  await expect(page.getByRole("heading", { name: "Side by side" })).toBeVisible();
  await expectFitting(page);
  await page.goBack();
  await row.getByRole("link", { name: /^Candidate/ }).click();
  await expect(page.getByText(/^Number \d+ of this ranking$/)).toBeVisible();
  await expect(page.getByText(`Serves language models ${MARK}`)).toBeVisible();
  await expect(page.getByText("Learner")).toHaveCount(0);
  await expectFitting(page);
  await page.getByRole("link", { name: "Back to the ranking" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Servers");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await said(page, "Saved. You find it under Saved searches.");
  const ranking = page.url();

  await candidate.goto("/en/candidate/seen");
  await expect(candidate.getByText(/Quartz/).first()).toBeVisible();
  await candidate.getByRole("link", { name: "Why this rank" }).first().click();
  await expect(candidate.getByRole("heading", { name: /^Searches by Quartz/ })).toBeVisible();
  await expect(candidate.getByText("Nearness of the texts").first()).toBeVisible();
  await expectFitting(candidate);
  await candidate.goto("/en/candidate/consent");
  await candidate.getByRole("button", { name: "Nobody finds me from now on" }).click();
  await expect(candidate.getByText("Nobody finds you.").first()).toBeVisible();
  await page.goto(ranking);
  await expect(page.getByText(/taken (their )?consent back/).first()).toBeVisible();
  await expect(row).toHaveCount(0);

  await page.goto(`/zh${hire}/saved`);
  await expectFitting(page);
  await page.getByRole("button", { name: "搜索", exact: true }).click();
  await page.waitForURL(/rankings/);
  await expectFitting(page);
  await expect(row).toHaveCount(0);
});

test("who applied reads why he has his rank, objects, and is answered by a person", async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000);
  const hire = await employer(browser, page);
  await page.goto(`/en${hire}/openings/new`);
  await page.getByLabel("Role", { exact: true }).selectOption("data-scientist");
  await page.getByRole("button", { name: "Begin with this role" }).click();
  await page.getByLabel(/^Public/).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await said(page, "Saved.");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("link", { name: "Public page" })).toBeVisible();
  const opening = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  const candidate = await (await browser.newContext({ bypassCSP: true })).newPage();
  await signIn(candidate, await signUp(candidate));
  await beFound(candidate);
  await candidate.goto(`/en/openings/${opening}/apply`);
  await candidate.getByLabel("Why you").fill("I work with data.");
  await candidate.getByRole("button", { name: "Send the application" }).click();
  await said(candidate, "Your application is sent.");
  await candidate.getByRole("link", { name: "Why this rank" }).click();
  await expect(
    candidate.getByText("No ranking has placed you for this opening yet."),
  ).toBeVisible();

  const row = page.getByRole("listitem").filter({ hasText: MARK });
  await expect(async () => {
    await page.goto(`/en${hire}/openings/${opening}`);
    await page.getByRole("link", { name: "Rank candidates" }).click();
    await page.getByRole("button", { name: "Rank", exact: true }).click();
    await page.waitForURL(/rankings/);
    expect(await row.first().isVisible()).toBe(true);
  }).toPass({ timeout: 90_000 });
  await row.first().getByRole("button", { name: "Put on the shortlist" }).click();
  await said(page, "On the shortlist.");
  await row.first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Being considered for" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Put on the shortlist" })).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Data scientist" }).click();
  await page.waitForURL(/openings\/[\w-]+\/candidates\/[\w-]+$/);
  await expect(page.getByRole("heading", { name: /^Stage: / })).toBeVisible();

  await candidate.goto(`/zh/candidate/openings/${opening}`);
  await expect(candidate.getByRole("heading", { name: "为何是这个名次" })).toBeVisible();
  await expectFitting(candidate);
  await candidate.locator("summary", { hasText: "对名次提出异议" }).click();
  await candidate.getByRole("button", { name: "提出异议" }).click();
  await expect(candidate.getByText("请先填写内容。").first()).toBeVisible();
  await candidate.getByLabel("哪里不对？").fill("三月的证据没有算进去。");
  await candidate.getByRole("button", { name: "提出异议" }).click();
  await expect(candidate.getByText("你的异议正在处理。")).toBeVisible();

  await page.goto(`/en${hire}/contests`);
  await expectFitting(page);
  await page.getByLabel("Decision").selectOption("upheld");
  await page.getByLabel("Reasons").fill("We look at it ourselves.");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByText("Upheld", { exact: false }).first()).toBeVisible();

  await candidate.reload();
  await expect(candidate.getByText("你的异议成立。")).toBeVisible();
  await expect(candidate.getByText("We look at it ourselves.")).toBeVisible();
  await candidate.goto("/zh/candidate/openings");
  await expectFitting(candidate);

  await candidate.goto("/zh/candidate/seen");
  await expectFitting(candidate);
  await candidate.getByRole("link", { name: "为何是这个名次" }).first().click();
  await expect(candidate.getByText("你的异议成立。")).toBeVisible();
});
