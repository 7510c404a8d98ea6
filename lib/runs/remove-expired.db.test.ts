import { expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { takePoint } from "@/lib/platform/rate-limit";
import { removeExpired } from "./remove-expired";

it("counts of limits are dropped once they have ended, and no sooner", async () => {
  const limit = { name: "test", points: 1, seconds: 60 };
  await takePoint(limit, "somebody");
  await removeExpired();
  await expect(takePoint(limit, "somebody")).rejects.toMatchObject({ code: "rate_limited" });
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ["Date"] });
  await removeExpired();
  vi.useRealTimers();
  expect(await db().rateLimit.count()).toBe(0);
});
