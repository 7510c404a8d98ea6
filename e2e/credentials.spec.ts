import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { becomeAdmin, signIn, signUp } from "./people";

const SERVICES = ["predict-service", "model-registry"];
const TITLE = "Serving models in practice";

/** Hands an accepted service in and waits for its verdict. */
async function serve(page: Page, challenge: string) {
  await page.goto(`/en/challenges/${challenge}`);
  await expect(page.locator(".cm-content")).toBeVisible();
  const code = readFileSync(`content/challenges/${challenge}/submissions/accepted/threads.py`);
  await page.getByLabel("Upload a file").setInputFiles({
    ...{ name: "service.py", mimeType: "text/x-python", buffer: code },
  });
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText(/(\d+) of \1 cases passed/)).toBeVisible({ timeout: 120_000 });
}

/** How many credentials a learner's page leads to, once they are as many as that. */
async function expectCredentials(page: Page, count: number) {
  await expect(async () => {
    await page.goto("/en/skills");
    await expect(page.locator('a[href*="/skills/credentials/"]')).toHaveCount(count);
  }).toPass({ timeout: 60_000 });
}

// On a busy machine a service is judged again, alone, and whatever else is graded waits for that.
const ALONE = { tag: "@alone" };

test(
  "a credential is earned, verified, revoked, objected to and issued anew",
  ALONE,
  async ({ page, browser }) => {
    test.setTimeout(420_000);
    await signIn(page, await signUp(page));
    for (const challenge of SERVICES) await serve(page, challenge);
    await expectCredentials(page, 1);

    await page.getByRole("link", { name: "Open: share, print, check" }).click();
    await expect(page.getByRole("heading", { name: TITLE, level: 1 })).toBeVisible();
    await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
    await page.getByRole("button", { name: "Send it to my address" }).click();
    await expect(page.getByText("On its way to your own address.")).toBeVisible();
    const own = page.url();
    await page.getByRole("link", { name: "See how it is verified" }).click();
    await expect(page.getByText("The issuer named below issued exactly this")).toBeVisible();

    const staff = await browser.newPage();
    await becomeAdmin(staff);
    await staff.goto("/en/admin/credentials");
    await staff.getByText("Revoke …").first().click();
    await staff.getByRole("button", { name: "Revoke for good" }).click();
    await expect(staff.getByText("Say what the holder is told.").first()).toBeVisible();
    await staff.getByLabel("What the holder is told").fill("The service is somebody else's.");
    await staff.getByRole("button", { name: "Revoke for good" }).click();
    await expect(staff.getByText(/^Revoked on/)).toBeVisible();

    await page.goto(own);
    await expect(page.getByText("The service is somebody else's.")).toBeVisible();
    await page.getByLabel("Why is the revocation wrong?").fill("No.");
    await page.getByRole("button", { name: "Send the objection" }).click();
    await expect(
      page.getByText("Give your reasons in at least 40 characters.").first(),
    ).toBeVisible();
    await page
      .getByLabel("Why is the revocation wrong?")
      .fill("I wrote the service alone, and its history shows every step of the way.");
    await page.getByRole("button", { name: "Send the objection" }).click();
    await expect(page.getByText(/Your objection is being looked at/)).toBeVisible();

    await staff.goto("/en/admin/credentials");
    await staff.getByLabel("Decision").selectOption({ label: "Uphold: issue it anew" });
    await staff.getByLabel("Answer to the holder").fill("You are right: the history shows it.");
    await staff.getByRole("button", { name: "Decide" }).click();
    await expect(staff.getByText("waits for an answer")).toBeHidden();
    await staff.close();

    await page.goto(own.replace("/en/", "/zh/"));
    await expect(page.getByText(/^申诉成立/)).toBeVisible();
    await expectCredentials(page, 2);
    await page.goto(`/credentials/${own.split("/").at(-1)}?format=html`);
    await expect(page.getByText("Do not rely on it: at least one check failed.")).toBeVisible();
  },
);

test("what credentials stand for is there for everybody", async ({ page, request }) => {
  await page.goto("/zh/achievements");
  await page.getByRole("link", { name: "模型服务实践" }).click();
  await expect(page.getByRole("heading", { name: "需要证明什么" })).toBeVisible();
  await page.goto("/credentials/skills/serving-api");
  await expect(page).toHaveURL(/\/skill-map#serving-api$/);
  const named = await request.get("/credentials/achievements/model-serving-working/working", {
    headers: { accept: "application/json" },
  });
  expect(await named.json()).toMatchObject({ type: ["Achievement"] });
  const gone = await request.get("/credentials/achievements/model-serving-working/expert", {
    headers: { accept: "application/json" },
  });
  expect(gone.status()).toBe(404);
});
