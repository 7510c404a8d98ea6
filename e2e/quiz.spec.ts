import { expect, type Page, test } from "@playwright/test";
import { signIn, signUp } from "./people";

const QUIZ = "/en/challenges/maas-landscape";

async function begin(page: Page) {
  await signIn(page, await signUp(page));
  await page.goto(QUIZ);
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/en\/attempts\/./);
}

const questions = (page: Page) => page.getByRole("group", { name: /^Question \d+/ });

/** Answers a question with whatever comes first, by its own kind of control. */
async function answerSomehow(page: Page, index: number) {
  const question = questions(page).nth(index);
  const choices = question.getByRole("radio").or(question.getByRole("checkbox"));
  const order = question.getByRole("button", { name: /^Move down/ });
  if ((await choices.count()) > 0) return choices.first().check();
  if ((await order.count()) > 0) return order.first().click();
  await question.getByRole("textbox").fill("12");
}

test("a visitor reads what a quiz is about and is asked to sign in", async ({ page }) => {
  await page.goto(QUIZ);
  await expect(page.getByText("15 questions, drawn anew for every attempt")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/sign-in\?next=.*maas-landscape/);
});

test("a learner starts, answers, reloads, goes on elsewhere, hands in and sees the result", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await begin(page);
  await expect(questions(page)).toHaveCount(15);
  await expect(page.getByRole("timer")).toContainText(/1[89]:\d\d|20:00/);

  for (let index = 0; index < 12; index++) await answerSomehow(page, index);
  await expect(page.getByText("12 of 15 answered")).toBeVisible();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("12 of 15 answered")).toBeVisible();

  const elsewhere = await context.newPage();
  await elsewhere.goto(QUIZ);
  await elsewhere.getByRole("link", { name: "Continue" }).click();
  await expect(elsewhere.getByText("12 of 15 answered")).toBeVisible();
  await elsewhere.close();

  await page.getByRole("button", { name: "Hand in" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("3 questions are not answered");
  await expect(dialog.getByRole("link")).toHaveText(["13", "14", "15"]);
  await dialog.getByRole("button", { name: "Keep working" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Hand in" }).first().click();
  await dialog.getByRole("button", { name: "Hand in" }).click();

  await expect(page.getByRole("heading", { name: "By topic" })).toBeVisible();
  await expect(page.locator("li[data-outcome]")).toHaveCount(15);
  await expect(page.locator('li[data-outcome="unanswered"]')).toHaveCount(3);
  await page.getByRole("link", { name: "Back to the quiz" }).click();
  await expect(page.getByText("1 of 2 left within 24 hours")).toBeVisible();

  await page.goto("/en/submissions");
  await page.getByRole("link", { name: "The MaaS landscape" }).click();
  await expect(page.getByText(/of 15 cases passed/)).toBeVisible();
  await page.getByRole("link", { name: "Open the attempt" }).click();
  await expect(page.getByRole("heading", { name: "By topic" })).toBeVisible();
});

test("what is answered just before the page is left is saved", async ({ page }) => {
  await begin(page);
  await answerSomehow(page, 0);
  await page.goto(QUIZ);
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page.getByText("1 of 15 answered")).toBeVisible();
});

test("an open attempt's page holds no key and no explanation", async ({ page }) => {
  await begin(page);
  const html = await (await page.request.get(page.url())).text();
  const id = page.url().split("/").at(-1);
  const json = await (await page.request.get(`/api/v1/attempts/${id}`)).text();
  for (const payload of [html, json]) {
    expect(payload).not.toMatch(
      /explanation\\?":|tolerance|"accept|\\?"key\\?":true|\\?"order\\?":/,
    );
    expect(payload).not.toContain("Parameters are the weights and biases that training sets");
    expect(payload).not.toContain("Read up on");
  }
});

test("a stranger's attempt does not exist", async ({ page, browser }) => {
  await begin(page);
  const stranger = await (await browser.newContext()).newPage();
  await signIn(stranger, await signUp(stranger));
  expect((await stranger.goto(page.url()))?.status()).toBe(404);
});

test("an attempt hands itself in when its time is up", async ({ page }) => {
  await page.clock.install();
  await begin(page);
  await answerSomehow(page, 0);
  await expect(page.getByText("1 of 15 answered")).toBeVisible();
  await page.clock.fastForward("20:01");
  await expect(page.getByRole("heading", { name: "By topic" })).toBeVisible({ timeout: 15_000 });
});

test("an order is put right by keyboard alone", async ({ page }) => {
  test.setTimeout(180_000);
  const question = questions(page).filter({ has: page.getByRole("button", { name: /^Move/ }) });
  // Four forms in five have something to put in order.
  for (let person = 0; person < 6; person++) {
    await page.context().clearCookies();
    await begin(page);
    await expect(questions(page)).toHaveCount(15);
    if ((await question.count()) > 0) break;
  }
  const first = question.first().getByRole("listitem").first();
  const text = (await first.locator("p").textContent()) ?? "";
  await first.getByRole("button", { name: `Move down: ${text}` }).focus();
  await page.keyboard.press("Enter");
  await expect(question.first().getByRole("listitem").nth(1)).toContainText(text);
  await expect(question.first().getByRole("status")).toHaveText(/is now at place 2 of/);
  await expect(page.getByRole("button", { name: `Move down: ${text}` })).toBeFocused();
});
