import { getFormatter, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import type { OpenedCandidacy } from "@/lib/hiring/read-candidacy";

type Props = { application: NonNullable<OpenedCandidacy["application"]>; locale: Locale };

/** What the candidate wrote and chose to show. */
export async function Application({ application, locale }: Props) {
  const t = await getTranslations("hiring.application");
  const hiring = await getTranslations("hiring");
  const format = await getFormatter();
  const { text, at, proofs } = application;
  const { credentials = [], submissions = [] } = proofs ?? {};
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold text-lg">{t("title")}</h2>
      <p className="text-muted text-sm">
        {t("at", { date: format.dateTime(at, { dateStyle: "medium" }) })}
      </p>
      <p className="max-w-prose whitespace-pre-line break-words">{text || t("none")}</p>
      {credentials.length > 0 ? (
        <div>
          <h3 className="font-medium text-sm">{t("credentials")}</h3>
          <ul className="list-disc pl-5">
            {credentials.map(({ id, title, valid }) => (
              <li key={id}>
                {title[locale]} ({t(valid ? "valid" : "invalid")})
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {submissions.length > 0 ? (
        <div>
          <h3 className="font-medium text-sm">{t("submissions")}</h3>
          <ul className="list-disc pl-5">
            {submissions.map(({ id, title, score }) => (
              <li key={id}>
                {hiring("evidence", {
                  ...{ title: title[locale], score: Math.round(100 * (score ?? 0)) },
                })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
