import { expect, it } from "vitest";
import { columnsOf } from "@/lib/testing/fill-schema";
import { SEEN, UNSEEN } from "./seen-texts";

const TEXTS = ["text", "varchar", "json", "jsonb", "_text"];

it("is told for every column that holds text whether others see what somebody wrote there", async () => {
  const columns = (await columnsOf()).filter(({ udt }) => TEXTS.includes(udt));
  const known = [...Object.keys(SEEN), ...Object.values(UNSEEN).flat()];
  expect(known.toSorted()).toEqual(columns.map(({ table, name }) => `${table}.${name}`).toSorted());
});
