import { expect, it } from "vitest";
import { inertText } from "./inert-text";

it("takes the power out of terminal escapes and direction marks", () => {
  expect(inertText("\u001b[31mred\u001b[0m \u001b]0;title\u0007ok")).toBe("red ok");
  expect(inertText("a\u202eb\u0000c")).toBe("a\ufffdb\ufffdc");
});

it("leaves line breaks, tabs and other languages alone", () => {
  expect(inertText("一\n\t二")).toBe("一\n\t二");
});
