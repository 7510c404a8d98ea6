import type { Localized } from "@/lib/content/schemas";
import { findWording } from "./find-wording";
import { wordingGroups } from "./wording-terms";

const FIELDS = ["titleEn", "titleZh", "textEn", "textZh"] as const;
export type WordingField = (typeof FIELDS)[number];

export type WordingWarning = {
  field: WordingField;
  group: string;
  /** What stands around it, so that it is found; the three together are a piece of the text. */
  before: string;
  found: string;
  after: string;
  why: Localized;
  instead: Localized;
};

const AROUND = 24;

/** What of an opening's texts may shut people out, with why and what to write in its place. */
export async function wordingWarnings(
  texts: Record<WordingField, string>,
): Promise<WordingWarning[]> {
  const groups = await wordingGroups();
  return FIELDS.flatMap((field) => {
    const text = texts[field];
    return findWording(text, groups).flatMap(({ group, start, end }) => {
      const told = groups.find(({ slug }) => slug === group);
      if (!told) return [];
      return [
        {
          ...{ field, group, why: told.why, instead: told.instead },
          before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
          found: text.slice(start, end),
          after: text.slice(end, end + AROUND).toWellFormed(),
        },
      ];
    });
  });
}
