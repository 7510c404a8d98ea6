import { getFormatter, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { publicUrl } from "@/lib/platform/env";
import type { PublicProfile } from "@/lib/profiles/read-public-profile";

type Props = { credentials: PublicProfile["credentials"]; locale: Locale };

/** The credentials that are shown: each with its badge, and where it can be checked. */
export async function ShownCredentials({ credentials, locale }: Props) {
  const t = await getTranslations("profile.page");
  const words = await getTranslations("skill");
  const format = await getFormatter();
  if (credentials.length === 0) return null;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <section>
      <h2 className="mb-3 font-semibold text-lg">{t("credentials")}</h2>
      <ul className="grid gap-4 sm:grid-cols-2 print:grid-cols-2">
        {credentials.map(({ id, title, level, issuedAt, validUntil }) => (
          <li
            key={id}
            className="flex break-inside-avoid gap-4 rounded-lg border border-line bg-raised p-4"
          >
            {/* biome-ignore lint/performance/noImgElement: drawn by ourselves, at its size */}
            <img
              src={`/credentials/${id}?format=svg`}
              alt={t("badge", { title: title[locale], level: words(`levels.${level}`) })}
              width={96}
              height={96}
              className="size-24 shrink-0"
            />
            <div className="min-w-0">
              <h3 className="font-medium">{title[locale]}</h3>
              <p className="text-muted text-sm">{words(`levels.${level}`)}</p>
              <p className="text-muted text-sm">
                {t("issued", { date: day(issuedAt) })}
                {validUntil
                  ? `${locale === "zh" ? "，" : ", "}${t("until", { date: day(validUntil) })}`
                  : ""}
              </p>
              <a
                href={`/credentials/${id}?format=html`}
                className="text-accent text-sm underline print:hidden"
              >
                {t("check")}
              </a>
              <p className="hidden break-all text-xs print:block">{`${publicUrl()}/credentials/${id}`}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
