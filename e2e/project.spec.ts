import { type Browser, expect, type Page, test } from "@playwright/test";
import { becomeAdmin, signIn, signUp } from "./people";

const PROJECT = "/en/challenges/maas-design-doc";
const CRITERIA = ["Soundness", "Evidence", "Trade-offs", "Clarity"];
const REASON = "The third section says so; give the number behind it to lift it a level.";

/** Staff's marks of the calibration pieces, in the order of the manifest. */
const CALIBRATION = [
  [2, 2, 2, 3],
  [4, 4, 4, 3],
  [0, 0, 0, 1],
];

const report = (n: number) =>
  `# Design ${n}\n\n${"A request is read, queued and answered within a second. ".repeat(50)}`;

async function personPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  return context.newPage();
}

async function mark(page: Page, levels: number[], comments: boolean) {
  for (const [index, criterion] of CRITERIA.entries()) {
    const group = page.getByRole("group", { name: new RegExp(`^${criterion}`) });
    await group.getByRole("radio", { name: new RegExp(`^${levels[index]} `) }).check();
    if (comments) await group.getByRole("textbox").fill(REASON);
  }
}

async function handIn(page: Page, n: number): Promise<string> {
  await signIn(page, await signUp(page));
  await page.goto(PROJECT);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByLabel("Report, in Markdown").fill(report(n));
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.waitForURL(/\/en\/submissions\/./);
  await expect(page.getByText("Handed in", { exact: true })).toBeVisible();
  return page.url();
}

async function review(page: Page, levels: number[]) {
  await page.goto("/en/reviews");
  await page.getByRole("link", { name: "Piece 1" }).click();
  await page.waitForURL(/\/reviews\/calibration\//);
  for (const [index, staff] of CALIBRATION.entries()) {
    await expect(page.getByText(`Piece ${index + 1} of 3`)).toBeVisible();
    await mark(page, staff, false);
    await page.getByRole("button", { name: "Next" }).click();
  }
  await expect(page.getByText("You mark as staff do")).toBeVisible();
  await page.getByRole("link", { name: "To your reviews" }).click();
  await page.getByRole("link", { name: "Piece 1" }).click();
  await expect(page.getByRole("heading", { name: /^Design \d/ })).toBeVisible();
  await expect(page.getByText("Learner")).toHaveCount(0);
  await mark(page, levels, true);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox").first()).toHaveValue(REASON);
  await page.getByRole("button", { name: "Send review" }).click();
  await page.waitForURL(/\/en\/reviews$/);
  await expect(page.getByText("Sent", { exact: true })).toBeVisible();
}

async function markWaiting(staff: Page, levels: number[]) {
  await staff.goto("/en/admin/marking");
  const queue = staff.locator("section", { has: staff.getByRole("heading", { name: "To mark" }) });
  await queue.getByRole("link").first().click();
  await mark(staff, levels, true);
  await staff.getByRole("button", { name: "Send marks" }).click();
  await expect(staff.getByRole("heading", { name: "Staff", exact: true })).toBeVisible();
}

test("four learners hand in, review each other blind, and staff make it a mark", async ({
  browser,
  page: staff,
}) => {
  test.setTimeout(240_000);
  await becomeAdmin(staff);
  const learners: { page: Page; url: string }[] = [];
  for (let n = 1; n <= 4; n++) {
    const page = await personPage(browser);
    learners.push({ page, url: await handIn(page, n) });
  }

  await staff.goto("/en/admin/marking/projects/maas-design-doc");
  await staff.getByRole("button", { name: "Choose reviewers now" }).click();
  await expect(staff.getByText("4 pieces are out for review.")).toBeVisible();

  for (const { page } of learners) await review(page, [3, 2, 3, 3]);

  // The authors' pages are open while staff mark, and change by themselves.
  for (const { page, url } of learners) {
    await page.goto(url);
    await expect(page.getByText("Staff have not marked it yet.")).toBeVisible();
  }
  for (let n = 1; n <= 4; n++) await markWaiting(staff, [3, 3, 2, 3]);
  for (const { page } of learners) {
    await expect(page.getByRole("heading", { name: "Marks", exact: true })).toBeVisible();
    await expect(page.getByText("Passed")).toBeVisible();
    await expect(page.getByText("Levels given: 3, 3, 3, 3.")).toHaveCount(2);
    await expect(page.getByRole("heading", { name: "Reviewer 1" })).toBeVisible();
  }

  const [author] = learners as [{ page: Page; url: string }];
  const card = author.page.locator("article", { hasText: "Reviewer 1" });
  await card.getByLabel("Did this help you?").selectOption("5");
  await card.getByRole("button", { name: "Save" }).click();
  await expect(card.getByText("Thank you.")).toBeVisible();

  await author.page.getByText("Object to the marks").click();
  await author.page.getByLabel("Your reasons").fill(`${REASON} ${REASON}`);
  await author.page.getByRole("button", { name: "Send" }).click();
  await expect(author.page.getByText("An objection is with staff")).toBeVisible();

  await staff.goto("/en/admin/marking");
  const appeals = staff.locator("section", {
    has: staff.getByRole("heading", { name: "Objections" }),
  });
  await appeals.getByRole("link").first().click();
  await staff.getByLabel("Answer to the author").fill("The evidence is there after all.");
  await staff.getByText("New marks, if you uphold it").click();
  await mark(staff, [4, 4, 4, 4], true);
  await staff.getByRole("button", { name: "Uphold with the new marks" }).click();
  await staff.waitForURL(/\/admin\/marking$/);
  await expect(async () => {
    await author.page.reload();
    await expect(author.page.getByText("100% of the mark")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(author.page.getByText("The objection was upheld")).toBeVisible();
});

test("what would give an author away is named before it is handed in", async ({ page }) => {
  await signIn(page, await signUp(page));
  await page.goto(PROJECT);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByLabel("Report, in Markdown").fill(`${report(1)}\n\nWritten by learner.`);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Learner");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.waitForURL(/\/en\/submissions\/./);
});

test("a team of three is joined by a link, writes one report, and hands it in with its statements", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const members = [await personPage(browser), await personPage(browser), await personPage(browser)];
  const [first] = members as [Page];
  for (const page of members) await signIn(page, await signUp(page));
  await first.goto("/en/challenges/team-capstone");
  await first.getByRole("button", { name: "Start", exact: true }).click();
  await first.getByRole("button", { name: "Make an invitation link" }).click();
  const link = (await first.locator("code", { hasText: "token=" }).textContent()) ?? "";
  for (const page of members.slice(1)) {
    await page.goto(link);
    await page.getByRole("button", { name: "Join" }).click();
    await page.waitForURL(/\/challenges\/team-capstone/);
  }

  await first.reload();
  await first.getByLabel("Report, in Markdown").fill(report(1));
  await expect(first.getByText("Saved", { exact: true })).toBeVisible();
  await first.locator("input[type=file]").setInputFiles({
    name: "plan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 plain"),
  });
  await expect(first.getByRole("link", { name: "plan.pdf" })).toBeVisible();
  await first.getByRole("button", { name: "Hand in" }).click();
  await expect(first.getByRole("alert").first()).toContainText("still missing");

  for (const page of members) {
    await page.goto("/en/challenges/team-capstone");
    await page
      .getByLabel("What you did")
      .fill("I set the data apart, wrote the baseline, and tried hard to break the service of B.");
    await page.getByRole("button", { name: "Save statement" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
  }
  await first.reload();
  await first.getByRole("button", { name: "Hand in" }).click();
  await first.waitForURL(/\/en\/submissions\/./);
  await expect(first.getByRole("link", { name: "file-1.pdf" })).toBeVisible();
  const [, second] = members as [Page, Page];
  await second.goto("/en/submissions");
  await expect(second.getByText("In review")).toBeVisible();
});
