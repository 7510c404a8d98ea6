import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectFitting } from "./fitting";
import { employer, signIn, signUp } from "./people";

test.use({ bypassCSP: true });

const person = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ bypassCSP: true })).newPage();

const DESCRIPTION = `深度学习工程师
工作地点：上海
薪资：30-50K
任职要求：
1. 精通优化器与梯度下降，熟悉多层感知机；
2. 35岁以下；
3. 英语读写流利。
加分项：
- 了解交叉熵`;

const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

test("an employer goes from a pasted Chinese description to a talk with who applied", async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000);
  const hire = await employer(browser, page);

  await page.goto(`/zh${hire}/openings`);
  await expectFitting(page);
  await page.getByRole("link", { name: "新建职位" }).click();
  await page.getByLabel("职位描述").fill("太短");
  await page.getByRole("button", { name: "读取描述" }).click();
  await expect(page.getByText("请粘贴完整的职位描述").first()).toBeVisible();
  await expectFitting(page);
  await page.getByLabel("职位描述").fill(DESCRIPTION);
  await page.getByRole("button", { name: "读取描述" }).click();

  await expect(page.getByRole("heading", { name: "描述里似乎要求了这些" })).toBeVisible({
    timeout: 60_000,
  });
  await expectFitting(page);
  await expect(page.getByRole("checkbox", { name: /^优化器 水平/ })).not.toBeChecked();
  for (const label of [/^优化器/, /^神经网络/, /^标题：/, /^地点：/, /^薪酬：/]) {
    await page.getByLabel(label).first().check();
  }
  await page.getByLabel("把粘贴的原文作为职位正文").check();
  await page.getByRole("button", { name: "采用勾选的内容" }).click();
  await expect(page.getByLabel("中文标题")).toHaveValue("深度学习工程师");
  await expect(page.getByRole("group", { name: "优化器" }).getByLabel("水平")).toHaveValue("80");

  await expect(page.getByText("可能把人挡在门外的措辞")).toBeVisible();
  await expect(page.locator("mark").filter({ hasText: "35岁以下" })).toBeVisible();
  await page.getByLabel("薪酬下限").fill("60000");
  await page.getByLabel(/^公开/).check();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("最高薪酬不能低于最低薪酬。").first()).toBeVisible();
  await expect(page.getByLabel("薪酬下限")).toHaveValue("60000");
  await page.getByLabel("薪酬下限").fill("30000");
  await page.getByRole("button", { name: "保存" }).click();
  await said(page, "已保存。");
  await page.getByRole("button", { name: "发布" }).click();
  await expect(page.getByText("请修改标出的措辞").first()).toBeVisible();
  const text = await page.getByLabel("中文正文").inputValue();
  await page.getByLabel("中文正文").fill(text.replace("2. 35岁以下；\n", ""));
  await page.getByRole("button", { name: "保存" }).click();
  await said(page, "已保存。");
  await expect(page.locator("mark")).toHaveCount(0);
  await page.getByRole("button", { name: "发布" }).click();
  await expect(page.getByRole("link", { name: "公开页面" })).toBeVisible();
  await expectFitting(page);
  const opening = new URL(page.url()).pathname.replace("/zh", "");
  const id = opening.split("/").at(-1);

  const candidate = await person(browser);
  await signIn(candidate, await signUp(candidate));
  await candidate.goto("/en/openings?search=深度学习&place=上海");
  await expectFitting(candidate);
  await candidate.getByRole("link", { name: "深度学习工程师" }).first().click();
  const posting = candidate.locator('script[type="application/ld+json"]');
  expect(await posting.evaluate((script) => script.textContent)).toContain("JobPosting");
  await expectFitting(candidate);
  await candidate.getByRole("link", { name: "Apply", exact: true }).click();
  await candidate.getByLabel("Why you").fill("I train models.\n<b>Really</b>");
  await expectFitting(candidate);
  await candidate.getByRole("button", { name: "Send the application" }).click();
  await said(candidate, "Your application is sent.");
  await expect(candidate.getByText("With the employer")).toBeVisible();
  await expectFitting(candidate);

  await page.goto(`/en${opening}/candidates`);
  await expect(page.getByRole("heading", { name: /Applied/ })).toBeVisible();
  await expectFitting(page);
  await page.getByRole("link", { name: "Learner" }).click();
  await expect(page.getByText("<b>Really</b>")).toBeVisible();
  await page.getByLabel("Move to").selectOption("declined");
  await page.getByRole("button", { name: "Move" }).click();
  await expect(page.getByText("Give the reason for this decision").first()).toBeVisible();
  await page.getByLabel("Move to").selectOption("talking");
  await page.getByRole("button", { name: "Move" }).click();
  await said(page, "Moved.");
  await page.getByLabel("New note").fill("Ask about optimisers");
  await page.getByRole("button", { name: "Add the note" }).click();
  await said(page, "The note is kept.");
  await page.getByLabel("What you want to talk about").fill("Shall we talk on Monday?");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("Waits for an answer")).toBeVisible();
  await expectFitting(page);
  const download = page.waitForEvent("download");
  await page.goto(`/en${opening}/candidates`);
  await page.getByRole("link", { name: "Download as CSV" }).click();
  expect((await download).suggestedFilename()).toBe(`candidates-${id}.csv`);

  await candidate.goto("/zh/candidate/conversations");
  await expectFitting(candidate);
  await candidate.getByRole("link", { name: /深度学习工程师/ }).click();
  await expect(candidate.getByText("Shall we talk on Monday?")).toBeVisible();
  await expectFitting(candidate);
  await candidate.getByRole("button", { name: /^接受/ }).click();
  await candidate.getByRole("link", { name: "进入对话" }).click();
  await candidate.getByLabel("消息").fill("周一可以");
  await candidate.getByRole("button", { name: "发送" }).click();
  await expect(candidate.getByText("周一可以")).toBeVisible();
  await expectFitting(candidate);

  await page.getByRole("link", { name: "Learner" }).click();
  await expect(page.getByText("周一可以")).toBeVisible();
  await page.getByLabel("Message", { exact: true }).fill("See you then");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("See you then")).toBeVisible();

  await candidate.reload();
  await expect(candidate.getByText("See you then")).toBeVisible();
  await candidate.getByRole("button", { name: /^屏蔽/ }).click();
  await expect(candidate.getByText("你屏蔽了这家机构。")).toBeVisible();
  await page.reload();
  await expect(page.getByText("See you then")).toHaveCount(0);
});
