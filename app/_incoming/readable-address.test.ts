import { expect, it } from "vitest";
import { readableAddress } from "./readable-address";

it.each(["/en", "/api/v1/challenges/softmax?a=%ff", "/en/%E4%B8%AD?x=1?y", "/%2e%2e/", "/a%252e"])(
  "leaves %s as it is",
  (address) => expect(readableAddress(address)).toBe(address),
);

it.each([
  ["/en/%ff", "/en/\ufffdff"],
  ["/en/%25ff", "/en/\ufffd25ff"],
  ["/api/%E0%A4%A?limit=%31", "/api/\ufffdE0\ufffdA4\ufffdA?limit=1"],
  ["/100%", "/100\ufffd"],
])("marks what cannot be read in %s", (address, marked) =>
  expect(decodeURIComponent(readableAddress(address))).toBe(marked),
);
