import { createTranslator } from "use-intl/core";
import type { Actor } from "@/lib/auth/actor";
import en from "@/messages/en/candidate.json";
import zh from "@/messages/zh/candidate.json";
import { toJsonResume } from "./json-resume";
import { readOwnCandidate } from "./read-own-candidate";
import { type OwnProofs, readOwnProofs } from "./read-own-proofs";

const MESSAGES = { en, zh };

/**
 * The actor's profile in one language as JSON Resume: of a skill what was measured, where he shows
 * that, else what he claims.
 */
export async function exportResume(actor: Actor, locale: "en" | "zh") {
  const [own, proofs] = await Promise.all([readOwnCandidate(actor), readOwnProofs(actor)]);
  const { fields, name, email } = own;
  const { place, country, languages, links, claims, texts } = fields;
  const titles = new Map(own.skills.map(({ slug, title }) => [slug, title[locale]]));
  const measured = new Set(proofs.skills.map(({ slug }) => slug));
  const claimed = claims.filter(({ skill }) => !measured.has(skill));
  return toJsonResume(
    {
      ...{ name, email, text: texts[locale], place, country, languages, links },
      url: proofs.profile ?? "",
      skills: [
        ...proofs.skills.map((one) => ({ name: one.title[locale], level: levelOf(one, locale) })),
        ...claimed.map(({ skill, level }) => ({ name: titles.get(skill) ?? skill, level })),
      ],
    },
    locale,
  );
}

/** A level is never told without its band. */
function levelOf(
  { band, challenges, measuredAt }: OwnProofs["skills"][number],
  locale: "en" | "zh",
) {
  const t = createTranslator({ locale, messages: MESSAGES[locale].print });
  const whole = { level: Math.round(band.level), low: Math.round(band.low) };
  return t("measured", {
    ...{ ...whole, high: Math.round(band.high), n: challenges },
    date: measuredAt.toISOString().slice(0, 10),
  });
}
