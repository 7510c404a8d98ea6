import { expect, it } from "vitest";
import { UnderWay } from "./under-way";

it("holds what is worked on, also while a second task begins before the first has ended", async () => {
  const underWay = new UnderWay();
  await underWay.hold("a", async () => {
    await underWay.hold("a", async () => expect(underWay.ids).toEqual(["a"]));
    expect(underWay.ids).toEqual(["a"]);
  });
  expect(underWay.ids).toEqual([]);
});

it("lets go of what failed", async () => {
  const underWay = new UnderWay();
  const failing = underWay.hold("a", () => Promise.reject(new Error("no database")));
  await expect(failing).rejects.toThrow("no database");
  expect(underWay.ids).toEqual([]);
});
