import { spawnSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { COLUMNS, long, short } from "./hostile/payloads";
import type { Planted } from "./hostile/plant";
import { watched } from "./hostile/watched";
import { signIn } from "./people";

/** Fills every text that others see in the installation under test. */
function plant(baseURL: string): Planted {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "e2e/hostile/main.ts"],
    {
      env: { ...process.env, DATA_DIR: ".data/e2e", DATABASE_URL: "", PUBLIC_URL: baseURL },
      encoding: "utf8",
    },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Planted;
}

/** Ranks until the program has read of the applicant; answers the ranking's address. */
async function rank(page: Page, hire: string, opening: string): Promise<string> {
  await expect(async () => {
    await page.goto(`/en${hire}/search?opening=${opening}`);
    await page.getByRole("button", { name: "Rank", exact: true }).click();
    await page.waitForURL(/rankings/);
    await expect(page.getByRole("checkbox", { name: /^Compare/i }).first()).toBeVisible();
  }).toPass({ timeout: 90_000 });
  return new URL(page.url()).pathname;
}

/** Cells of a file of comma-separated values. */
const cells = (csv: string) =>
  [...csv.replace("\uFEFF", "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g)].map(
    ([, quoted, plain]) => (quoted ?? plain ?? "").replaceAll('""', '"'),
  );

test("whatever people write runs nothing, stands as it was written, and leaves its place nowhere", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const planted = plant(baseURL ?? "");
  const { emails, organisation, suspended, opening, draft, userIds } = planted;
  const shown = new Set<string>();
  const hire = `/hire/${organisation}`;
  const candidates = `/en${hire}/openings/${opening}/candidates`;
  const open = async (email?: string) => {
    const one = await watched(browser, shown);
    if (email) await signIn(one.page, email);
    return one;
  };

  const owner = await open(emails.owner);
  const employerPages = [
    ...["/en/hire", `/en${hire}`, `/zh${hire}/openings`, `/en${hire}/openings/${opening}`],
    ...[candidates, `${candidates}/${planted.candidate}`],
    ...[`/en${hire}/members`, `/en${hire}/settings`, `/en${hire}/tokens`, `/en${hire}/log`],
    `/en/hire/${suspended}`,
  ];
  for (const path of employerPages) {
    await owner.look(path);
    const html = await owner.page.content();
    for (const id of userIds) expect(html, path).not.toContain(id);
  }
  await owner.page.goto(`/en${hire}/search`);
  await owner.page.getByLabel("Text", { exact: true }).fill(long("Ranking.request"));
  await owner.page.getByRole("button", { name: "Rank", exact: true }).click();
  await owner.page.waitForURL(/rankings/);
  await owner.look();
  const ranking = await rank(owner.page, hire, opening);
  await owner.look(ranking);
  const found = await owner.page.locator("input[name=c]").first().getAttribute("value");
  await owner.look(`${ranking}/compare?c=${found}`);
  await owner.look(`${ranking}/candidates/${found}`);
  const file = await owner.page.request.get(`${candidates}/export`);
  expect(file.headers()["content-disposition"]).toBe(
    `attachment; filename="candidates-${opening}.csv"`,
  );
  const written = cells(await file.text());
  expect(written).toContain(`'${short("User.name")}`);
  expect(written.filter((cell) => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);

  // A worker reads the pasted description; the page goes on by itself.
  await owner.page.goto(`/en${hire}/openings/${draft}`);
  const proposal = { name: "What the description seems to ask for" };
  await expect(owner.page.getByRole("heading", proposal)).toBeVisible({ timeout: 60_000 });
  await owner.look();

  const applicant = await open(emails.applicant);
  await applicant.look(`/en/candidate/openings/${opening}`);
  await applicant.page.locator("summary", { hasText: "Object to this rank" }).click();
  await applicant.page.getByLabel("What is wrong?").fill(long("RankContest.text"));
  await applicant.page.getByRole("button", { name: "Object", exact: true }).click();
  await expect(applicant.page.getByText("Your objection is open.")).toBeVisible();
  await owner.look(`/en${hire}/contests`);
  await owner.page.getByLabel("Decision").selectOption("dismissed");
  await owner.page.getByLabel("Reasons").fill(long("RankContest.answer"));
  await owner.page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(owner.page.getByRole("blockquote")).toHaveText(long("RankContest.answer"));
  for (const path of [
    ...[`/en/candidate/openings/${opening}`, "/en/candidate/openings", "/en/candidate/seen"],
    ...["/en/candidate/applications", "/en/candidate/conversations"],
    `/en/candidate/conversations/${planted.conversation}`,
    `/en/candidate/invitations/${planted.conversation}`,
    ...[`/en/submissions/${planted.open.submission}`],
    ...[`/en/skills/credentials/${planted.credential}`],
  ]) {
    await applicant.look(path);
  }

  const blind = await open(emails.blind);
  await blind.look("/en/candidate/seen");
  await blind.look(`/en/submissions/${planted.answered.submission}`);
  await blind.look(`/en/skills/credentials/${planted.answeredCredential}`);

  const admin = await open(emails.admin);
  const pages = [
    "organisations",
    "reports",
    "reports?show=decided",
    "users",
    "credentials",
    "mail",
  ];
  for (const path of pages) {
    await admin.look(`/en/admin/${path}`);
  }
  await admin.look(`/en/admin/marking/${planted.open.piece}`);
  await admin.page.goto("/en/admin/mail");
  await admin.page.getByRole("listitem").getByRole("link", { name: /«/ }).first().click();
  await admin.page.waitForURL(/mail\/./);
  await expect(admin.page.getByRole("heading", { level: 1 })).toContainText("=1+1<img");
  await expect(admin.page.locator("pre")).toContainText("=1+1<img");
  await admin.look();
  shown.add("MailMessage.subject").add("MailMessage.text");

  const visitor = await open();
  for (const path of [
    ...["/en/openings", "/zh/openings", `/zh/openings/${opening}`, `/en/openings/${opening}`],
    ...[`/en/p/${planted.handle}`, `/zh/p/${planted.handle}`],
  ]) {
    await visitor.look(path);
  }
  await visitor.page.goto(`/en/openings/${opening}`);
  const posting = visitor.page.locator('script[type="application/ld+json"]');
  const data = JSON.parse((await posting.textContent()) ?? "");
  expect(data).toMatchObject({ "@type": "JobPosting", title: long("Opening.titleEn") });
  await expect(async () => {
    await visitor.look("/en/challenges/softmax/leaderboard");
    expect(shown).toContain("User.leaderboardName");
  }).toPass({ timeout: 60_000 });
  const credential = await visitor.page.request.get(`/credentials/${planted.credential}`, {
    headers: { accept: "application/json" },
  });
  const { "content-type": type, "content-disposition": name } = credential.headers();
  expect(type).toBe("application/vc");
  expect(name).toMatch(/^inline; filename="[\w.-]+"$/);
  const holder = { identityHash: short("User.name"), identityType: "name" };
  const { credentialSubject } = JSON.parse(await credential.text());
  expect(credentialSubject.identifier).toContainEqual(expect.objectContaining(holder));
  shown.add("Credential.document");

  expect(COLUMNS.filter((column) => !shown.has(column))).toEqual([]);
});
