import { expect, it } from "vitest";
import texts from "@/messages/en/api.json";
import { DECLARATIONS } from ".";

it("the page names every operation as the OpenAPI document does", () => {
  const summaries = DECLARATIONS.map(({ operationId, summary }) => [operationId, summary]);
  expect(Object.fromEntries(summaries)).toEqual(texts.operations);
});

it("the page names every group of operations", () => {
  const tags = [...new Set(DECLARATIONS.map(({ tag }) => tag))];
  expect(tags.toSorted()).toEqual(Object.keys(texts.tags).toSorted());
});
