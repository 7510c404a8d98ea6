import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { Offers } from "@/lib/credentials/list-offers";

type Props = { offers: Offers };
type Offer = Offers["offers"][number];

/** Credentials: those held, with ways to take them along, and what the others still ask for. */
export async function CredentialOffers({ offers }: Props) {
  const t = await getTranslations("skill.credentials");
  const locale = (await getLocale()) as Locale;
  if (offers.offers.length === 0) return null;
  return (
    <section className="rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="mb-2 text-muted text-sm">{t("lead")}</p>
      {offers.issues ? null : <p className="mb-2 text-sm text-warn">{t("noAddress")}</p>}
      <ul className="grid gap-4">
        {offers.offers.map((offer) => (
          <li key={offer.slug}>
            <h3 className="font-medium">
              <Link href={`/achievements/${offer.slug}`} className="text-accent underline">
                {offer.title[locale]}
              </Link>
            </h3>
            <p className="text-muted text-sm">{offer.criteria[locale]}</p>
            {offer.held.map((one) => (
              <Held key={one.id} credential={one} />
            ))}
            {offer.held.some(({ revokedAt }) => revokedAt === null) ? null : (
              <Missing missing={offer.missing} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Held({ credential }: { credential: Offer["held"][number] }) {
  const t = await getTranslations("skill.credentials");
  const format = await getFormatter();
  const { id, issuedAt, validUntil, revokedAt } = credential;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <div className={`mt-1 rounded px-3 py-2 text-sm ${revokedAt ? "" : "bg-good-soft"}`}>
      <p className={revokedAt ? "text-bad" : "text-good"}>
        {revokedAt
          ? t("revoked", { date: day(revokedAt) })
          : `${t("issued", { date: day(issuedAt) })} ${validUntil ? t("until", { date: day(validUntil) }) : ""}`}
      </p>
      <Link href={`/skills/credentials/${id}`} className="text-accent underline">
        {t(revokedAt ? "why" : "more")}
      </Link>
    </div>
  );
}

async function Missing({ missing }: { missing: Offer["missing"] }) {
  const t = await getTranslations("skill.credentials");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  const percent = (share: number) => format.number(share, { style: "percent" });
  if (missing.length === 0) return <p className="text-good text-sm">{t("soon")}</p>;
  return (
    <ul className="mt-1 list-disc pl-5 text-sm">
      {missing.map((one) => (
        <li key={"skill" in one ? one.skill : one.code}>
          {one.code === "unmeasured"
            ? t("unmeasured", { skill: one.title[locale] })
            : one.code === "probability"
              ? t("probability", {
                  skill: one.title[locale],
                  ...{ is: percent(one.is), needed: percent(one.needed) },
                })
              : one.code === "evidence"
                ? t("evidence", { is: one.is, needed: one.needed })
                : t("supervised")}
        </li>
      ))}
    </ul>
  );
}
