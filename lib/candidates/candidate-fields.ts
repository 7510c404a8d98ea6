import { z } from "zod";
import { AVAILABILITIES, WORK_PLACES } from "./choices";
import { CLAIM_WORDS } from "./claims";
import { profileLinks, resumeParts, spokenLanguages } from "./resume-parts";

const MOST_CLAIMS = 60;
const MOST_PAY = 100_000_000;

const salary = z.union([z.literal("").transform(() => null), z.null(), z.coerce.number()], {
  error: "pay_bad",
});

/** What a candidate tells of himself, as its form sends it. Messages are codes of errors. */
export const candidateFields = z
  .object({
    texts: z.object({ en: resumeParts, zh: resumeParts }),
    place: z.string().trim().max(120, "text_long").refine(isPlain, "text_characters"),
    country: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^([A-Z]{2})?$/, "country_bad"),
    workPlaces: z.array(z.enum(WORK_PLACES)).transform((all) => [...new Set(all)]),
    relocates: z.boolean(),
    availability: z.enum(AVAILABILITIES, { error: "choice_unknown" }),
    salaryWish: salary.pipe(
      z.number().int("pay_bad").positive("pay_bad").max(MOST_PAY, "pay_bad").nullable(),
    ),
    salaryCurrency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^([A-Z]{3})?$/, "currency_bad"),
    languages: spokenLanguages.superRefine((all, context) => {
      for (const [index, { language }] of all.entries()) {
        if (all.findIndex((one) => one.language === language) === index) continue;
        context.addIssue({ code: "custom", message: "language_twice", path: [index, "language"] });
      }
    }),
    links: profileLinks.superRefine((all, context) => {
      for (const [index, { url }] of all.entries()) {
        if (url === "")
          context.addIssue({ code: "custom", message: "url_bad", path: [index, "url"] });
      }
    }),
    claims: z
      .array(z.object({ skill: z.string().max(80), level: z.enum(CLAIM_WORDS) }))
      .max(MOST_CLAIMS, "list_long"),
  })
  .superRefine(({ salaryWish, salaryCurrency }, context) => {
    if (salaryWish === null || salaryCurrency !== "") return;
    context.addIssue({ code: "custom", message: "currency_bad", path: ["salaryCurrency"] });
  })
  .superRefine(({ texts }, context) => {
    for (const locale of ["en", "zh"] as const) {
      for (const part of ["work", "education", "projects"] as const) {
        for (const [index, { start, end }] of texts[locale][part].entries()) {
          if (start === "" || end === "" || start.slice(0, end.length) <= end) continue;
          const path = ["texts", locale, part, index, "end"];
          context.addIssue({ code: "custom", message: "period_order", path });
        }
      }
    }
  });

export type CandidateFields = z.input<typeof candidateFields>;

function isPlain(text: string): boolean {
  return !/\p{C}/u.test(text);
}
