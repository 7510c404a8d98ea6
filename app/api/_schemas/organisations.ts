import { z } from "zod";
import { isoTime } from "./common";

export const organisation = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  website: z.string(),
  about: z.string(),
  status: z.enum(["unverified", "verified", "suspended"]),
  domain: z.string().nullable().describe("Proven to be the organisation's"),
  verifiedAt: isoTime.nullable(),
  blind: z.boolean().describe("Candidates are blind in every opening"),
  createdAt: isoTime,
});
