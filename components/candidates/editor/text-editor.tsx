"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ResumeParts } from "@/lib/candidates/resume-parts";
import { BoundArea, BoundInput } from "./bound-field";
import { PartList } from "./part-list";

type Props = {
  locale: "en" | "zh";
  text: ResumeParts;
  onText: (text: ResumeParts) => void;
  /** Takes from the other language what is empty here. */
  onCopy: () => void;
};

const TAG = { en: "en", zh: "zh-Hans" };
const PERIOD = { start: "", end: "" };
const WORK: ResumeParts["work"][number] = {
  name: "",
  position: "",
  summary: "",
  highlights: [],
  ...PERIOD,
};
const EDUCATION = { institution: "", area: "", degree: "", ...PERIOD };
const PROJECT = { name: "", url: "", summary: "", ...PERIOD };

/** What a person says of himself in one language. */
export function TextEditor({ locale, text, onText, onCopy }: Props) {
  const t = useTranslations("candidate.editor");
  const path = `texts.${locale}`;
  const lang = TAG[locale];
  return (
    <section aria-labelledby={`${path}-title`} className="grid min-w-0 content-start gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2 border-line border-b pb-2">
        <h3 id={`${path}-title`} className="font-semibold">
          {t(`in.${locale}`)}
        </h3>
        <Button variant="quiet" onClick={onCopy}>
          {t(`copy.${locale}`)}
        </Button>
      </div>
      <BoundInput
        {...{ path: `${path}.headline`, label: t("headline"), hint: t("headlineHint"), lang }}
        value={text.headline}
        onValue={(headline) => onText({ ...text, headline })}
      />
      <BoundArea
        {...{ path: `${path}.summary`, label: t("summary"), rows: 5, lang }}
        value={text.summary}
        onValue={(summary) => onText({ ...text, summary })}
      />
      <PartList
        {...{ path: `${path}.work`, legend: t("work"), noun: t("nouns.work"), blank: WORK }}
        parts={text.work}
        most={40}
        onParts={(work) => onText({ ...text, work })}
      >
        {(part, at, onPart) => (
          <>
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <BoundInput
                {...{ path: `${at}.position`, label: t("position"), value: part.position, lang }}
                onValue={(position) => onPart({ ...part, position })}
              />
              <BoundInput
                {...{ path: `${at}.name`, label: t("employer"), value: part.name, lang }}
                onValue={(name) => onPart({ ...part, name })}
              />
            </div>
            <Period path={at} part={part} onPart={onPart} />
            <BoundArea
              {...{ path: `${at}.summary`, label: t("did"), value: part.summary, rows: 3, lang }}
              onValue={(summary) => onPart({ ...part, summary })}
            />
            <BoundArea
              {...{ path: `${at}.highlights`, label: t("highlights"), rows: 3, lang }}
              hint={t("highlightsHint")}
              value={part.highlights.join("\n")}
              onValue={(lines) =>
                onPart({ ...part, highlights: lines === "" ? [] : lines.split("\n") })
              }
            />
          </>
        )}
      </PartList>
      <PartList
        {...{ path: `${path}.education`, legend: t("education"), noun: t("nouns.education") }}
        {...{ parts: text.education, blank: EDUCATION, most: 20 }}
        onParts={(education) => onText({ ...text, education })}
      >
        {(part, at, onPart) => (
          <>
            <BoundInput
              {...{ path: `${at}.institution`, label: t("school"), value: part.institution, lang }}
              onValue={(institution) => onPart({ ...part, institution })}
            />
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <BoundInput
                {...{ path: `${at}.area`, label: t("area"), value: part.area, lang }}
                onValue={(area) => onPart({ ...part, area })}
              />
              <BoundInput
                {...{ path: `${at}.degree`, label: t("degree"), value: part.degree, lang }}
                onValue={(degree) => onPart({ ...part, degree })}
              />
            </div>
            <Period path={at} part={part} onPart={onPart} />
          </>
        )}
      </PartList>
      <PartList
        {...{ path: `${path}.projects`, legend: t("projects"), noun: t("nouns.project") }}
        {...{ parts: text.projects, blank: PROJECT, most: 40 }}
        onParts={(projects) => onText({ ...text, projects })}
      >
        {(part, at, onPart) => (
          <>
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <BoundInput
                {...{ path: `${at}.name`, label: t("projectName"), value: part.name, lang }}
                onValue={(name) => onPart({ ...part, name })}
              />
              <BoundInput
                {...{ path: `${at}.url`, label: t("projectUrl"), value: part.url, type: "url" }}
                onValue={(url) => onPart({ ...part, url })}
              />
            </div>
            <Period path={at} part={part} onPart={onPart} />
            <BoundArea
              {...{ path: `${at}.summary`, label: t("did"), value: part.summary, rows: 3, lang }}
              onValue={(summary) => onPart({ ...part, summary })}
            />
          </>
        )}
      </PartList>
    </section>
  );
}

type PeriodProps<T> = { path: string; part: T; onPart: (part: T) => void };

function Period<T extends { start: string; end: string }>({ path, part, onPart }: PeriodProps<T>) {
  const t = useTranslations("candidate.editor");
  const common = { inputMode: "numeric", placeholder: t("month"), autoComplete: "off" } as const;
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <BoundInput
        {...{ path: `${path}.start`, label: t("start"), value: part.start, ...common }}
        onValue={(start) => onPart({ ...part, start })}
      />
      <BoundInput
        {...{ path: `${path}.end`, label: t("end"), hint: t("endHint"), value: part.end }}
        {...common}
        onValue={(end) => onPart({ ...part, end })}
      />
    </div>
  );
}
