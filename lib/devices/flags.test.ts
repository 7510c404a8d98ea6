import { expect, it } from "vitest";
import { flagOf, flagsThatDoNotFit } from "./flags";

it("files a job under the next power of two, and apart if it shares", () => {
  expect(flagOf({ memory_mb: 300, shared: false })).toBe("device-1024");
  expect(flagOf({ memory_mb: 16_384, shared: false })).toBe("device-16384");
  expect(flagOf({ memory_mb: 16_385, shared: true })).toBe("device-32768-shared");
});

it("passes over every job while no device is free", () => {
  const flags = flagsThatDoNotFit({ aloneMb: 0, sharedMb: 0 });
  for (const memory_mb of [256, 20_000, 1_048_576]) {
    expect(flags).toContain(flagOf({ memory_mb, shared: false }));
    expect(flags).toContain(flagOf({ memory_mb, shared: true }));
  }
});

it("takes what fits, and passes over what is certainly too large", () => {
  const flags = flagsThatDoNotFit({ aloneMb: 24_000, sharedMb: 3_000 });
  expect(flags).not.toContain(flagOf({ memory_mb: 24_000, shared: false }));
  expect(flags).toContain(flagOf({ memory_mb: 40_000, shared: false }));
  expect(flags).not.toContain(flagOf({ memory_mb: 2_000, shared: true }));
  expect(flags).toContain(flagOf({ memory_mb: 5_000, shared: true }));
});
