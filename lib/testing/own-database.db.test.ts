import { expect, test } from "vitest";
import { db, pool } from "@/lib/platform/db";

test("a test file gets the migrated schema, empty", async () => {
  expect(await db().user.count()).toBe(0);
});

test("a test file gets the queue's schema", async () => {
  const { rows } = await pool().query("SELECT count(*)::int AS jobs FROM graphile_worker.jobs");
  expect(rows).toEqual([{ jobs: 0 }]);
});

test("a test file has a database of its own", async () => {
  const { rows } = await pool().query("SELECT current_database() AS name");
  expect(rows[0].name).toMatch(/^test_[0-9a-f]{12}$/);
});
