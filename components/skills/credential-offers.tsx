import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { linkedInLink } from "@/lib/credentials/linkedin-link";
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
            <h3 className="font-medium">{offer.title[locale]}</h3>
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
  const locale = (await getLocale()) as Locale;
  const { id, title, issuedAt, validUntil, revokedAt } = credential;
  const linkedIn = linkedInLink({ id, title: title[locale], issuedAt, validUntil });
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const at = `/credentials/${id}`;
  if (revokedAt) {
    return <p className="text-bad text-sm">{t("revoked", { date: day(revokedAt) })}</p>;
  }
  return (
    <div className="mt-1 rounded bg-good-soft px-3 py-2 text-sm">
      <p className="text-good">
        {t("issued", { date: day(issuedAt) })}
        {validUntil ? ` ${t("until", { date: day(validUntil) })}` : ""}
      </p>
      <p className="flex flex-wrap gap-x-4">
        <a className="text-accent underline" href={`${at}?format=png`} download>
          {t("badge")}
        </a>
        <a className="text-accent underline" href={`${at}?format=json`} download>
          {t("document")}
        </a>
        <a className="text-accent underline" href={`${at}?format=html`}>
          {t("verify")}
        </a>
        {linkedIn ? (
          <a className="text-accent underline" href={linkedIn}>
            {t("linkedIn")}
          </a>
        ) : null}
      </p>
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
        <li key={one.code === "probability" ? one.skill : one.code}>
          {one.code === "probability"
            ? t("probability", {
                skill: one.title?.[locale] ?? one.skill,
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
