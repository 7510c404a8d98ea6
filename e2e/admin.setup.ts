import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { ADMIN, PASSWORD } from "./people";

/** The link that makes its holder an admin, as an operator gets it. */
function adminLink(): string {
  const { stdout } = spawnSync("bin/touchstone", ["admin-link"], {
    env: { ...process.env, DATA_DIR: ".data/e2e", DATABASE_URL: "" },
    encoding: "utf8",
  });
  return stdout.trim();
}

test("the operator's link opens an admin's account", async ({ page }) => {
  await page.goto(adminLink());
  await page.getByLabel("Email").fill(ADMIN);
  await page.getByLabel("Name").fill("Admin");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Open account" }).click();
  // The first act on an installation that has just come up waits until all of it is loaded.
  const admin = page.getByRole("link", { name: "Admin", exact: true });
  await expect(admin).toBeVisible({ timeout: 30_000 });
});
