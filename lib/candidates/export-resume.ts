import type { Actor } from "@/lib/auth/actor";
import { toJsonResume } from "./json-resume";
import { readOwnCandidate } from "./read-own-candidate";

/** The actor's profile in one language as JSON Resume. */
export async function exportResume(actor: Actor, locale: "en" | "zh") {
  const { fields, name, email, skills } = await readOwnCandidate(actor);
  const { place, country, languages, links, claims, texts } = fields;
  const titles = new Map(skills.map(({ slug, title }) => [slug, title[locale]]));
  return toJsonResume(
    {
      ...{ name, email, text: texts[locale], place, country, languages, links },
      skills: claims.map(({ skill, level }) => ({ name: titles.get(skill) ?? skill, level })),
    },
    locale,
  );
}
