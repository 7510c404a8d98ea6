import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { BandBar } from "@/components/skills/band-bar";
import { roundedBand } from "@/components/skills/rounded-band";
import { buttonClass } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readOwnCredential } from "@/lib/credentials/read-own-credential";
import { shownProbability } from "@/lib/measurement/estimate";
import { Revocation } from "./revocation";
import { TakeAlong } from "./take-along";

type Props = { params: Promise<{ id: string; locale: Locale }> };
export type OwnCredential = Awaited<ReturnType<typeof readOwnCredential>>;
export type Part = { credential: OwnCredential; locale: Locale };

const BOX = "rounded-lg border border-line bg-raised p-4";

const read = async (id: string) => {
  const actor = await requireSignIn(`/skills/credentials/${id}`);
  return orNotFound(readOwnCredential(actor, id));
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, locale } = await params;
  return { title: (await read(id)).title[locale] };
}

/** A credential of the reader's own: what it says, how to take it along, and what if it was revoked. */
export default async function OwnCredentialPage({ params }: Props) {
  const { id, locale } = await params;
  const credential = await read(id);
  const t = await getTranslations("skill.credential");
  const levels = await getTranslations("skill.levels");
  const back = (
    <Link href="/skills" className={buttonClass("secondary")}>
      {t("back")}
    </Link>
  );
  return (
    <Page title={credential.title[locale]} lead={levels(credential.level)} aside={back}>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-6">
          {credential.revokedAt ? (
            <Revocation credential={credential} locale={locale} />
          ) : (
            <Standing credential={credential} locale={locale} />
          )}
          <Figures credential={credential} locale={locale} />
        </div>
        {credential.revokedAt ? null : <TakeAlong credential={credential} locale={locale} />}
      </div>
    </Page>
  );
}

async function Standing({ credential }: Part) {
  const t = await getTranslations("skill.credentials");
  const format = await getFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "long" });
  const { issuedAt, validUntil, achievement } = credential;
  const own = await getTranslations("skill.credential");
  return (
    <section className={BOX}>
      <p className="text-good">
        {t("issued", { date: day(issuedAt) })}
        {validUntil ? ` ${t("until", { date: day(validUntil) })}` : ""}
      </p>
      <p className="mt-1 text-muted text-sm">
        {own("renewal")}{" "}
        <Link href={`/achievements/${achievement}`} className="text-accent underline">
          {own("criteria")}
        </Link>
      </p>
    </section>
  );
}

async function Figures({ credential, locale }: Part) {
  const t = await getTranslations("skill");
  const format = await getFormatter();
  return (
    <section className={BOX}>
      <h2 className="mb-2 font-semibold">{t("credential.figures")}</h2>
      <ul className="divide-y divide-line">
        {credential.estimates.map(({ skill, title, mean, low, high, probability, level }) => {
          const band = { level: mean, low, high };
          const rounded = roundedBand(band);
          return (
            <li key={skill} className="grid gap-1 py-3">
              <span className="font-medium">{title[locale]}</span>
              <BandBar band={band} label={t("bandOf", { name: title[locale], ...rounded })} />
              <span className="text-sm tabular-nums">
                {t("band", rounded)}
                <span className="text-muted">
                  {" · "}
                  {t("probable", {
                    level: t(`levels.${level}`),
                    p: format.number(shownProbability(probability), { style: "percent" }),
                  })}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
