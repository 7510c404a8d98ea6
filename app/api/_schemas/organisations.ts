import { z } from "zod";
import { isoTime, localizedText, pageOf } from "./common";

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

const opening = z.object({
  id: z.uuid(),
  status: z.enum(["draft", "open", "closed"]),
  public: z.boolean(),
  blind: z.boolean(),
  title: localizedText,
  place: z.string(),
  country: z.string().describe("ISO 3166-1 alpha-2, or empty"),
  skills: z.array(
    z.object({
      skill: z.string(),
      level: z.int().describe("0 to 100"),
      weight: z.int().describe("1 to 3"),
      must: z.boolean(),
    }),
  ),
  publishedAt: isoTime.nullable(),
  closesAt: isoTime.nullable(),
  createdAt: isoTime,
});

export const openingList = pageOf(opening);
