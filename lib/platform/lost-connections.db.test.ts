import { expect, it } from "vitest";
import { db, pool } from "./db";

it("goes on after more connections broke within transactions than the pool holds", async () => {
  const broken = async () => {
    await db().$transaction(async (transaction) => {
      const [backend] = await transaction.$queryRaw<{ pid: number }[]>`
        SELECT pg_backend_pid() AS pid`;
      await db().$queryRaw`SELECT pg_terminate_backend(${backend?.pid}::integer)`;
      await transaction.$queryRaw`SELECT 1`;
    });
  };
  for (let n = 0; n <= pool().options.max; n++) await expect(broken()).rejects.toThrow();
  expect(await db().$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  expect(pool().totalCount).toBe(pool().idleCount);
});
