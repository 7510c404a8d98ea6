import { expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { seedDemo } from "./seed-demo";

vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://skills.example.org";
});

it("no demo account is made where a proxy lets the world in", async () => {
  expect(await seedDemo()).toEqual([expect.stringContaining("refused")]);
  expect(await db().user.count()).toBe(0);
});
