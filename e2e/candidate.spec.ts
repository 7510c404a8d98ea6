import { expect, type Page, test } from "@playwright/test";
import { smallDocx, smallPdf } from "../lib/testing/documents";
import { expectFitting } from "./fitting";
import { signIn, signUp } from "./people";

test.use({ bypassCSP: true });

const saved = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

test("a candidate writes in Chinese, agrees, sees himself blind, and withdraws", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, await signUp(page));
  await page.goto("/zh/candidate");
  const zh = page.getByRole("region", { name: "中文" });
  await zh.getByLabel("一句话介绍").fill("训练大语言模型的工程师");
  await zh.getByRole("button", { name: "添加工作" }).click();
  await expect(zh.getByLabel("职位")).toBeFocused();
  await zh.getByLabel("职位").fill("算法工程师");
  await zh.getByLabel("单位").fill("示例科技有限公司");
  await zh.getByLabel("开始").fill("2021年");
  await page.getByRole("button", { name: "保存求职资料" }).click();
  await expect(zh.getByLabel("开始")).toBeFocused();
  await expect(zh.getByLabel("开始")).toHaveAccessibleDescription(/请填年份或年月/);
  await expect(zh.getByLabel("单位")).toHaveValue("示例科技有限公司");
  await zh.getByLabel("开始").fill("2021-03");
  await zh.getByRole("button", { name: "添加工作" }).click();
  await zh.getByLabel("职位").last().fill("实习生");
  await zh.getByRole("button", { name: "上移第 2 项工作" }).click();
  await expect(zh.getByLabel("职位").first()).toHaveValue("实习生");
  await zh.getByRole("button", { name: "移除第 1 项工作" }).click();
  await page.getByRole("button", { name: "把空着的部分从中文复制过来" }).click();
  await page.getByRole("button", { name: "添加技能" }).click();
  await page.getByRole("button", { name: "保存求职资料" }).click();
  await saved(page, "已保存。");
  await page.reload();
  await expect(page.getByLabel("单位").first()).toHaveValue("示例科技有限公司");
  await expect(page.getByLabel("单位")).toHaveCount(2);
  await expectFitting(page);

  await page.goto("/zh/candidate/consent");
  await expect(page.getByText("目前没有任何人能找到你。").first()).toBeVisible();
  await page.getByLabel("所有通过认证的机构").check();
  await page.getByLabel("允许程序给我排名").check();
  await page.getByRole("button", { name: "保存授权" }).click();
  await saved(page, "已保存，立即生效。");
  const preview = page.getByRole("article");
  await expect(preview.getByRole("heading", { name: /候选人 [A-Z2-9]{5}/ })).toBeVisible();
  await expect(preview).toContainText("算法工程师");
  await expect(preview).not.toContainText("示例科技");
  await page.getByRole("link", { name: "显示姓名" }).click();
  await expect(preview).toContainText("示例科技有限公司");
  await expect(preview.getByRole("heading", { name: "Learner" })).toBeVisible();
  await page.getByRole("button", { name: "从现在起，谁也找不到我" }).click();
  await expect(page.getByText("目前没有任何人能找到你。").first()).toBeVisible();
  await expect(page.getByText("谁能找到我：任何人都不能")).toBeVisible();
  await expectFitting(page);

  await page.goto("/zh/candidate/seen");
  await expect(page.getByText("还没有机构看到过你。")).toBeVisible();
  const resume = await page.request.get("/zh/candidate/export/resume.json");
  expect((await resume.json()).work).toMatchObject([{ position: "算法工程师" }]);
});

test("a CV is read from PDF and Word, and only what is ticked is taken", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, await signUp(page));
  const lines = [
    ...["Ada Example", "Engineer of models", "Work experience"],
    ...["Engineer, Example Works  Mar 2021 - Present", "Trained LSTM models"],
  ];
  await page.goto("/en/candidate/import");
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByLabel("File", { exact: true }).setInputFiles({
      ...{ name, buffer, mimeType: "application/octet-stream" },
    });
    await page.getByRole("button", { name: "Read it" }).click();
  };
  await upload("cv.txt", Buffer.from("plain"));
  await expect(page.getByText("Upload a PDF, a DOCX or a JSON Resume.").first()).toBeVisible();
  await upload("cv.pdf", smallPdf(lines));
  await expect(page.getByRole("heading", { name: "What was read" })).toBeVisible({
    timeout: 30_000,
  });
  await page.getByLabel("Engineer of models").uncheck();
  await expectFitting(page);
  await page.getByRole("button", { name: "Take what is ticked" }).click();
  await expect(page.getByLabel("Employer", { exact: true })).toHaveValue("Example Works");
  await expect(page.getByLabel("Headline").first()).toHaveValue("");

  await page.goto("/en/candidate/import");
  await upload("cv.docx", await smallDocx(lines));
  await expect(page.getByRole("heading", { name: "What was read" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByLabel(/^Engineer · Example Works/)).not.toBeChecked();
  await page.getByRole("button", { name: "Take nothing" }).click();
  await expect(page.getByLabel("Employer", { exact: true })).toHaveCount(1);

  await page.goto("/en/candidate/import");
  await upload("broken.pdf", Buffer.from("%PDF-1.7 nothing"));
  await expect(page.getByText("It is damaged or not of its kind.")).toBeVisible({
    timeout: 30_000,
  });
});
