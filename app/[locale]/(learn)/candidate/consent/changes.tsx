import { getFormatter, getTranslations } from "next-intl/server";
import { MoreLink } from "@/components/ui/more-link";
import type { OwnConsent } from "@/lib/candidates/read-consent";

type Props = {
  changes: OwnConsent["changes"];
  earlier: OwnConsent["earlier"];
  organisations: OwnConsent["organisations"];
  titles: Map<string, string>;
};

/** What he agreed to and took back, newest first. */
export async function Changes({ changes, earlier, organisations, titles }: Props) {
  const t = await getTranslations("candidate.consent");
  const format = await getFormatter();
  if (changes.length === 0) return null;
  const nameOf = (id: string) =>
    organisations.find((one) => one.id === id)?.name ?? t("anOrganisation");
  const said = ({ consent, value }: Props["changes"][number]): string => {
    const [kind = "", subject = ""] = consent.split(":");
    if (kind === "discoverability") return t("log.discoverability", { value: String(value) });
    if (kind === "blind") return t("log.blind", { value: String(value) });
    if (kind === "ranked") return t("log.ranked", { value: String(value) });
    if (kind === "demographics") return t("log.demographics", { value: String(value) });
    if (kind === "organisation") {
      return t("log.organisation", { value: String(value), name: nameOf(subject) });
    }
    const { showsBand, showsEvidence } = value as { showsBand: boolean; showsEvidence: boolean };
    const shown = { band: String(showsBand), evidence: String(showsEvidence) };
    return t("log.skill", { skill: titles.get(subject) ?? subject, ...shown });
  };
  return (
    <section aria-labelledby="changes" className="grid max-w-2xl gap-3">
      <h2 id="changes" className="border-line border-b pb-2 font-semibold text-lg">
        {t("changes")}
      </h2>
      <ul className="grid gap-1.5 text-sm">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-wrap gap-x-3">
            <time dateTime={change.at.toISOString()} className="text-muted tabular-nums">
              {format.dateTime(change.at, { dateStyle: "medium", timeStyle: "short" })}
            </time>
            <span className="min-w-0 break-words">{said(change)}</span>
          </li>
        ))}
      </ul>
      <MoreLink path="/candidate/consent" next={earlier} label={t("earlier")} />
    </section>
  );
}
