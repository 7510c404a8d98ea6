import type { z } from "zod";
import type { OwnOpening } from "@/lib/openings/read-opening";
import type { listOwnOpenings } from "@/lib/organisations/describe-organisation";
import { InputError } from "@/lib/platform/errors";
import type { writtenOpening } from "../_schemas/openings";

/** Fields of an opening under the names that the API has for them, where those are others. */
const NAMES: Record<string, string> = {
  ...{ titleEn: "title.en", titleZh: "title.zh", textEn: "text.en", textZh: "text.zh" },
  ...{ payMin: "pay.min", payMax: "pay.max", payCurrency: "pay.currency" },
  payPeriod: "pay.period",
};

const nameOf = (path: string) =>
  NAMES[path] ?? path.replace(/^skills\.(\d+)\.slug$/, "skills.$1.skill");

/** The operation, whose refusals name the fields as the API does. */
export async function inNamesOfTheApi<T>(operation: Promise<T>, prefix = ""): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.issues.map((issue) => ({ ...issue, path: `${prefix}${nameOf(issue.path)}` })),
    );
  }
}

type Row = Awaited<ReturnType<typeof listOwnOpenings>>["openings"][number];

/** An opening as it stands in the list. */
export const rowOf = ({ titleEn, titleZh, skills, ...opening }: Row) => ({
  ...opening,
  title: { en: titleEn, zh: titleZh },
  skills: skills.map(({ skillSlug, ...asked }) => ({ skill: skillSlug, ...asked })),
});

/** An opening as it is read alone; what may be written of it has the same names in both ways. */
export function detailOf(opening: OwnOpening) {
  const { titleEn, titleZh, textEn, textZh, payMin, payMax, payCurrency, payPeriod } = opening;
  const paid = payMin !== null || payMax !== null;
  return {
    ...{ id: opening.id, status: opening.status, role: opening.roleSlug },
    ...{ title: { en: titleEn, zh: titleZh }, text: { en: textEn, zh: textZh } },
    ...{ place: opening.place, country: opening.country, workPlaces: opening.workPlaces },
    ...{ languages: opening.languages, knockOuts: opening.knockOuts },
    ...{ experience: opening.experience, weights: opening.weights },
    pay: paid ? { min: payMin, max: payMax, currency: payCurrency, period: payPeriod } : null,
    ...{ blind: opening.blind, public: opening.public },
    skills: opening.skills.map(({ slug, level, weight, must }) => ({
      ...{ skill: slug, level, weight, must },
    })),
    ...{ publishedAt: opening.publishedAt, closesAt: opening.closesAt },
    createdAt: opening.createdAt,
    problems: opening.problems.map(({ path, code }) => ({ path: nameOf(path), code })),
    warnings: opening.warnings.map(({ field, group, found }) => ({
      ...{ field: nameOf(field), group, found },
    })),
  };
}

const UNPAID = { min: null, max: null, currency: "", period: "" as const };

/** What a program wrote, as the operation takes it. */
export function fieldsOf(body: z.output<typeof writtenOpening>) {
  const { title, text, pay, skills, closesAt, ...rest } = body;
  const { min, max, currency, period } = pay ?? UNPAID;
  return {
    ...rest,
    ...{ titleEn: title.en, titleZh: title.zh, textEn: text.en, textZh: text.zh },
    ...{ payMin: min, payMax: max, payCurrency: currency, payPeriod: period },
    closesAt: closesAt === null ? null : new Date(closesAt),
    skills: skills.map(({ skill, ...asked }) => ({ slug: skill, ...asked })),
  };
}
