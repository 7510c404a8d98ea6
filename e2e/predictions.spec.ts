import { readFile } from "node:fs/promises";
import { request as startRequest } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import { becomeAdmin, signIn, signUp } from "./people";

/** The first file that a worker reads waits until its reader has started. */
const FIRST = { timeout: 30_000 };
const CHALLENGE = "/en/challenges/clean-table";

/** The ids that the season asks for, from the file that its page offers. */
async function askedIds(page: Page): Promise<string[]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download test.csv" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
  return lines.slice(1).map((line) => line.split(",")[0] ?? "");
}

const constant = (ids: string[]) =>
  Buffer.from(`id,prediction\n${ids.map((id) => `${id},0`).join("\n")}\n`);

async function choose(page: Page, name: string, buffer: Buffer) {
  await page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "text/csv", buffer });
  await expect(page.getByText("Arrived")).toBeVisible();
}

async function openSeason(page: Page) {
  await signIn(page, await signUp(page));
  await page.goto(CHALLENGE);
  // Its files are made in the background once the installation is up.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: "Download test.csv" })).toBeVisible();
  }).toPass();
}

test("a visitor reads the rules, gets the data, and is asked to sign in", async ({ page }) => {
  await page.goto(CHALLENGE);
  await expect(page.getByText("5 of 5 left within 24 hours")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/sign-in\?next=.*clean-table/);
});

test("a file that breaks rules is refused by row and column, and costs nothing", async ({
  page,
}) => {
  await openSeason(page);
  await choose(page, "wrong.csv", Buffer.from("id,prediction\n5001,nan\n1,0.5\n5001,0.5\n"));
  await page.getByRole("button", { name: "Hand in" }).click();
  const faults = page.getByRole("region", { name: "What is wrong with the file" });
  await expect(faults).toBeVisible(FIRST);
  await expect(faults.getByRole("row")).toHaveText([
    /Row\s*Column\s*Problem/,
    /2\s*prediction\s*“nan” is no number\./,
    /3\s*id\s*“1” is no id that was asked for\./,
    /4\s*id\s*“5001” stands in row 2 already\./,
  ]);
  await expect(page.getByText("5 of 5 left within 24 hours")).toBeVisible();
  await page.getByLabel("Choose a file").setInputFiles({
    name: "predictions.xlsx",
    mimeType: "text/csv",
    buffer: Buffer.from("x"),
  });
  await expect(page.getByText("The file has to be one of .csv, .parquet.")).toBeVisible();
});

test("a file is judged on the public part, and on the private one when the season ends", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await openSeason(page);
  await choose(page, "constant.csv", constant(await askedIds(page)));
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText("Reached 0.5;")).toBeVisible(FIRST);
  await expect(page.getByText("4 of 5 left within 24 hours")).toBeVisible();

  await page.getByRole("heading", { name: "Your files in this season" }).scrollIntoViewIfNeeded();
  await page.locator("aside a[href*='/submissions/']").first().click();
  await expect(page.getByText(/The private part is sealed until/)).toBeVisible();
  await expect(page.getByText("curve: Private part")).toHaveCount(0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download constant.csv" }).click(),
  ]);
  expect((await readFile(await download.path(), "utf8")).startsWith("id,prediction")).toBe(true);

  const staff = await browser.newPage();
  await becomeAdmin(staff);
  await staff.goto("/en/admin/seasons");
  const row = staff.getByRole("listitem").filter({ hasText: "A dirty table" });
  await row.getByRole("button", { name: "End now" }).click();
  await expect(row).toContainText("The season is closed and the next one has begun.");
  await expect(row).toContainText(/Season\s*2/);
  await staff.close();

  await page.reload();
  await expect(page.getByText("Area under the ROC curve: Private part")).toBeVisible();
  await expect(page.getByText(/The private part is sealed until/)).toHaveCount(0);
});

test("a file goes on where a broken connection left it", async ({ page }) => {
  await openSeason(page);
  const file = constant(await askedIds(page));
  const origin = new URL(page.url()).origin;
  const encode = (text: string) => Buffer.from(text).toString("base64");
  const tus = { origin, "tus-resumable": "1.0.0" };
  const created = await page.request.post("/api/v1/uploads", {
    headers: {
      ...tus,
      "upload-length": String(file.length),
      "upload-metadata": `challenge ${encode("clean-table")},filename ${encode("half.csv")}`,
    },
  });
  expect(created.status()).toBe(201);
  const location = created.headers().location ?? "";

  const part = { ...tus, "content-type": "application/offset+octet-stream" };
  const append = (from: number, to: number) =>
    page.request.patch(location, {
      headers: { ...part, "upload-offset": String(from) },
      data: file.subarray(from, to),
    });
  const arrived = async () =>
    Number((await page.request.head(location, { headers: tus })).headers()["upload-offset"]);
  const third = Math.floor(file.length / 3);
  expect((await append(0, third)).status()).toBe(204);

  const cookie = (await page.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  await new Promise<void>((resolve) => {
    const left = file.length - third;
    const headers = { ...part, cookie, "content-length": left, "upload-offset": third };
    const sent = startRequest(`${origin}${location}`, { method: "PATCH", headers });
    sent.on("error", () => undefined);
    sent.on("close", resolve);
    sent.write(file.subarray(third, 2 * third), () => sent.destroy());
  });

  // How much of the broken part was kept is the server's to say; what came before it is there.
  const offset = await arrived();
  expect(offset).toBeGreaterThanOrEqual(third);
  expect(offset).toBeLessThanOrEqual(2 * third);
  expect((await append(0, third)).status()).toBe(409);
  expect((await append(offset, file.length)).status()).toBe(204);
  expect(await arrived()).toBe(file.length);

  const upload = location.split("/").at(-1);
  const submitted = await page.request.post("/api/v1/submissions", {
    headers: { origin },
    data: { challenge: "clean-table", upload },
  });
  expect(submitted.status()).toBe(201);
  const { id } = await submitted.json();
  await page.goto(`/en/submissions/${id}`);
  await expect(page.getByText("Reached 0.5;")).toBeVisible(FIRST);
});

test("an upload of somebody else, or without an account, does not exist", async ({
  page,
  browser,
}) => {
  await openSeason(page);
  const encode = (text: string) => Buffer.from(text).toString("base64");
  const headers = {
    origin: new URL(page.url()).origin,
    "tus-resumable": "1.0.0",
    "upload-length": "10",
    "upload-metadata": `challenge ${encode("clean-table")},filename ${encode("own.csv")}`,
  };
  const created = await page.request.post("/api/v1/uploads", { headers });
  const location = created.headers().location ?? "";
  const stranger = await browser.newPage();
  expect((await stranger.request.head(location, { headers })).status()).toBe(401);
  await signIn(stranger, await signUp(stranger));
  expect((await stranger.request.head(location, { headers })).status()).toBe(404);
  expect((await stranger.request.delete(location, { headers })).status()).toBe(404);
  expect((await page.request.delete(location, { headers })).status()).toBe(204);
  await stranger.close();
});
