import { z } from "zod";
import { isoTime, localizedText } from "./common";

const axis = z.object({ name: z.string(), title: localizedText, mark: z.number() });

export const tradeOffs = z.object({
  quality: axis.nullable(),
  costs: z.array(axis),
  points: z.array(
    z.object({
      id: z.uuid().nullable().describe("Of your own submissions"),
      by: z.string().nullable().describe("The display name of somebody else"),
      at: isoTime,
      passed: z.boolean(),
      values: z.record(z.string(), z.number()).describe("By the name of an axis"),
    }),
  ),
});
