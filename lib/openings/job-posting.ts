import { spokenLocale } from "./opening-texts";
import type { PublicOpening } from "./read-public-opening";

const UNITS = { year: "YEAR", month: "MONTH", hour: "HOUR" } as const;

const escapedHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** https://schema.org/JobPosting, whose description is HTML. */
const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((one) => `<p>${escapedHtml(one).replaceAll("\n", "<br>")}</p>`)
    .join("");

function salary({ payMin, payMax, payCurrency, payPeriod }: PublicOpening) {
  if ((payMin ?? payMax) === null || payPeriod === "") return {};
  return {
    baseSalary: {
      "@type": "MonetaryAmount",
      currency: payCurrency,
      value: {
        "@type": "QuantitativeValue",
        ...(payMin !== null && { minValue: payMin }),
        ...(payMax !== null && { maxValue: payMax }),
        unitText: UNITS[payPeriod as keyof typeof UNITS],
      },
    },
  };
}

function places({ workPlaces, place, country }: PublicOpening) {
  const remote = workPlaces.includes("remote");
  const address = {
    "@type": "PostalAddress",
    ...(place && { addressLocality: place }),
    ...(country && { addressCountry: country }),
  };
  return {
    ...((place || country) && !(remote && workPlaces.length === 1)
      ? { jobLocation: { "@type": "Place", address } }
      : {}),
    ...(remote && { jobLocationType: "TELECOMMUTE" }),
    ...(remote && country
      ? { applicantLocationRequirements: { "@type": "Country", name: country } }
      : {}),
  };
}

/** What search engines read of a public opening, as data of schema.org. */
export function jobPosting(opening: PublicOpening, locale: string, url: string) {
  const zh = spokenLocale(opening, locale) === "zh";
  const { organisation, publishedAt, closesAt, experience, skills } = opening;
  return {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    title: zh ? opening.titleZh : opening.titleEn,
    description: paragraphs(zh ? opening.textZh : opening.textEn),
    inLanguage: zh ? "zh" : "en",
    identifier: { "@type": "PropertyValue", name: organisation.name, value: opening.id },
    datePosted: publishedAt?.toISOString(),
    ...(closesAt && { validThrough: closesAt.toISOString() }),
    hiringOrganization: {
      "@type": "Organization",
      name: organisation.name,
      ...(/^https?:\/\//.test(organisation.website) && { sameAs: organisation.website }),
    },
    ...places(opening),
    ...salary(opening),
    skills: skills.map(({ title }) => title[zh ? "zh" : "en"]).join(", "),
    ...(experience > 0 && {
      experienceRequirements: {
        ...{ "@type": "OccupationalExperienceRequirements", monthsOfExperience: experience },
      },
    }),
    directApply: true,
    url,
  };
}

/** JSON that may stand within a script element: nothing in it ends the element or begins a comment. */
export const scriptJson = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
