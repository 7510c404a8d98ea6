import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ResumeParts } from "@/lib/candidates/resume-parts";

type Props = {
  text: ResumeParts;
  lang: "en" | "zh";
  /** What stands between the summary and the parts. */
  children?: ReactNode;
};

/** What a person says of himself in one language, as it reads. */
export async function ResumeText({ text, lang, children }: Props) {
  const t = await getTranslations("candidate.view");
  const period = ({ start, end }: { start: string; end: string }) =>
    start === "" && end === "" ? "" : `${start} – ${end === "" ? t("today") : end}`;
  return (
    <div className="grid gap-5" lang={lang === "zh" ? "zh-Hans" : "en"}>
      {text.summary ? <p className="whitespace-pre-line break-words">{text.summary}</p> : null}
      {children}
      <Block title={t("work")} rows={text.work}>
        {({ name, position, summary, highlights, ...part }) => (
          <Entry title={[position, name]} period={period(part)}>
            {summary ? <p className="whitespace-pre-line break-words">{summary}</p> : null}
            <ul className="list-disc pl-5">
              {highlights.map((line) => (
                <li key={line} className="break-words">
                  {line}
                </li>
              ))}
            </ul>
          </Entry>
        )}
      </Block>
      <Block title={t("education")} rows={text.education}>
        {({ institution, area, degree, ...part }) => (
          <Entry title={[degree, area, institution]} period={period(part)} />
        )}
      </Block>
      <Block title={t("projects")} rows={text.projects}>
        {({ name, url, summary, ...part }) => (
          <Entry title={[name]} period={period(part)}>
            {summary ? <p className="whitespace-pre-line break-words">{summary}</p> : null}
            {url ? <p className="break-all text-muted text-sm">{url}</p> : null}
          </Entry>
        )}
      </Block>
    </div>
  );
}

type BlockProps<T> = { title: string; rows: T[]; children: (row: T) => ReactNode };

function Block<T>({ title, rows, children }: BlockProps<T>) {
  if (rows.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h4 className="break-after-avoid border-line border-b pb-1 font-medium">{title}</h4>
      <ul className="grid gap-3">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place.
          <li key={index} className="break-inside-avoid">
            {children(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}

type EntryProps = { title: string[]; period: string; children?: ReactNode };

function Entry({ title, period, children }: EntryProps) {
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="break-words font-medium">{title.filter(Boolean).join(" · ")}</span>
        <span className="text-muted text-sm tabular-nums">{period}</span>
      </p>
      {children}
    </div>
  );
}
