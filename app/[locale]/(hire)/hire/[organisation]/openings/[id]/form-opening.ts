import { OFFERED_LANGUAGES } from "@/components/openings/opening-words";
import { WORK_PLACES } from "@/lib/candidates/choices";
import { MATCH_PARTS } from "@/lib/openings/match-weights";
import { KNOCK_OUTS } from "@/lib/openings/opening-fields";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** A number as it was typed; what is none is left for the operation to refuse. */
const number = (form: FormData, name: string) => {
  const typed = text(form, name).trim();
  return typed === "" ? null : Number(typed);
};

/** A skill that is added begins in the middle. */
const ADDED = { level: 60, weight: 2, must: true };

function skillsOf(form: FormData) {
  const kept = [...form.keys()]
    .filter((name) => name.startsWith("skill.") && name.endsWith(".keep"))
    .map((name) => name.slice("skill.".length, -".keep".length))
    .map((slug) => ({
      slug,
      level: number(form, `skill.${slug}.level`),
      weight: number(form, `skill.${slug}.weight`),
      must: form.has(`skill.${slug}.must`),
    }));
  const added = [...form.keys()]
    .filter((name) => name.startsWith("add."))
    .map((name) => ({ slug: name.slice("add.".length), ...ADDED }));
  return [...kept, ...added];
}

/** Languages that the form does not offer stay as they are: it sends them along. */
function languagesOf(form: FormData) {
  const codes = new Set<string>([
    ...OFFERED_LANGUAGES,
    ...[...form.keys()]
      .filter((name) => /^language\.[a-z]{2,3}\.level$/.test(name))
      .map((name) => name.split(".")[1] ?? ""),
  ]);
  return [...codes].flatMap((language) => {
    const level = text(form, `language.${language}.level`);
    return level ? [{ language, level, must: form.has(`language.${language}.must`) }] : [];
  });
}

/** An opening as its editor sends it. */
export function openingOfForm(form: FormData) {
  const day = text(form, "closesAt");
  return {
    ...{ titleEn: text(form, "titleEn"), titleZh: text(form, "titleZh") },
    ...{ textEn: text(form, "textEn"), textZh: text(form, "textZh") },
    ...{ place: text(form, "place"), country: text(form, "country") },
    workPlaces: WORK_PLACES.filter((one) => form.has(`work.${one}`)),
    languages: languagesOf(form),
    knockOuts: KNOCK_OUTS.filter((one) => form.has(`knockOut.${one}`)),
    // Years in the form, months in the database.
    experience: Math.round(12 * (number(form, "experience") ?? 0)),
    ...{ payMin: number(form, "payMin"), payMax: number(form, "payMax") },
    ...{ payCurrency: text(form, "payCurrency"), payPeriod: text(form, "payPeriod") },
    // Hundredths in the form, shares in the database.
    weights: Object.fromEntries(
      MATCH_PARTS.map((part) => [part, (number(form, `weights.${part}`) ?? Number.NaN) / 100]),
    ),
    ...{ blind: form.has("blind"), public: form.has("public") },
    closesAt: day ? new Date(`${day}T00:00:00Z`) : null,
    skills: skillsOf(form),
  };
}
