import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { BandBar } from "@/components/skills/band-bar";
import { CredentialOffers } from "@/components/skills/credential-offers";
import { pillarNames } from "@/components/skills/pillar-names";
import { PillarRadar } from "@/components/skills/pillar-radar";
import { roundedBand } from "@/components/skills/rounded-band";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listOffers } from "@/lib/credentials/list-offers";
import { readOverview } from "@/lib/orientation/read-overview";
import { type PillarView, readProfile } from "@/lib/skills/read-profile";
import { type Suggestion, whatNext } from "@/lib/skills/what-next";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("skill"))("title") };
}

export default async function SkillsPage() {
  const actor = await requireSignIn("/skills");
  const [pillars, next, offers, { open, nextAt }] = await Promise.all([
    readProfile(actor),
    whatNext(actor),
    listOffers(actor),
    readOverview(actor),
  ]);
  const t = await getTranslations("skill");
  const measured = pillars.some((pillar) => pillar.measured.length > 0);
  const method = (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      <Link href="/roles" className="text-accent text-sm underline">
        {t("roles")}
      </Link>
      <Link href="/candidate" className="text-accent text-sm underline">
        {t("candidate")}
      </Link>
      <Link href="/method" className="text-accent text-sm underline">
        {t("method")}
      </Link>
    </div>
  );
  return (
    <Page title={t("title")} lead={t("lead")} aside={method}>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-6">
          {measured ? (
            pillars
              .filter((pillar) => pillar.measured.length > 0)
              .map((pillar) => <PillarSection key={pillar.slug} pillar={pillar} />)
          ) : (
            <>
              <Orient open={open} nextAt={nextAt} prominent />
              <EmptyNote>
                {t("empty")}{" "}
                <Link href="/challenges" className="text-accent underline">
                  {t("toChallenges")}
                </Link>
              </EmptyNote>
            </>
          )}
          <Unmeasured pillars={pillars} />
        </div>
        <div className="grid gap-6">
          {measured ? <Overview pillars={pillars} /> : null}
          <Next suggestions={next} />
          {measured ? <Orient open={open} nextAt={nextAt} /> : null}
          <CredentialOffers offers={offers} />
        </div>
      </div>
    </Page>
  );
}

const BOX = "rounded-lg border border-line bg-raised p-4";

async function Overview({ pillars }: { pillars: PillarView[] }) {
  const t = await getTranslations("skill");
  const format = await getFormatter();
  const nameOf = await pillarNames();
  const said = pillars.map(({ slug, summary }) =>
    summary
      ? t("bandOf", { name: nameOf(slug), ...roundedBand(summary) })
      : `${nameOf(slug)}: ${t("none")}`,
  );
  return (
    <section className={BOX}>
      <PillarRadar
        axes={pillars.map(({ slug, summary }) => ({ name: nameOf(slug), band: summary }))}
        label={t("radar", { pillars: format.list(said, { type: "conjunction" }) })}
      />
      <p className="mt-2 text-muted text-sm">{t("radarLead")}</p>
    </section>
  );
}

async function PillarSection({ pillar }: { pillar: PillarView }) {
  const t = await getTranslations("skill");
  const locale = (await getLocale()) as Locale;
  const nameOf = await pillarNames();
  const format = await getFormatter();
  return (
    <section className={BOX}>
      <h2 className="mb-2 font-semibold">{nameOf(pillar.slug)}</h2>
      <ul className="divide-y divide-line">
        {pillar.measured.map(({ slug, title, estimate }) => {
          const { reached, above, responses, items } = estimate;
          const rounded = roundedBand(estimate);
          return (
            <li key={slug} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
              <div>
                <Link href={`/skills/${slug}`} className="font-medium text-accent underline">
                  {title[locale]}
                </Link>
                <p className="text-muted text-sm">
                  {reached
                    ? t("probable", {
                        level: t(`levels.${reached}`),
                        p: format.number(above[reached], { style: "percent" }),
                      })
                    : t("below")}
                </p>
              </div>
              <div>
                <BandBar band={estimate} label={t("bandOf", { name: title[locale], ...rounded })} />
                <p className="text-sm tabular-nums">
                  {t("band", rounded)}
                  <span className="text-muted"> · {t("counted", { responses, items })}</span>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

async function Unmeasured({ pillars }: { pillars: PillarView[] }) {
  const t = await getTranslations("skill");
  const locale = (await getLocale()) as Locale;
  const nameOf = await pillarNames();
  return (
    <details className={BOX}>
      <summary className="cursor-pointer font-semibold">{t("unmeasured")}</summary>
      {pillars
        .filter(({ unmeasured }) => unmeasured.length > 0)
        .map(({ slug, unmeasured }) => (
          <div key={slug} className="mt-3">
            <h3 className="text-muted text-sm">{nameOf(slug)}</h3>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {unmeasured.map((skill) => (
                <li key={skill.slug}>
                  <Link href={`/skills/${skill.slug}`} className="text-accent text-sm underline">
                    {skill.title[locale]}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </details>
  );
}

type OrientProps = {
  /** The orientation that is under way, and from when on another may be begun; null: at once. */
  open: string | null;
  nextAt: string | null;
  prominent?: boolean;
};

/** The way to the orientation; it stands first where nothing is known yet. */
async function Orient({ open, nextAt, prominent = false }: OrientProps) {
  const t = await getTranslations("skill.orient");
  const format = await getFormatter();
  const at = nextAt ? format.dateTime(new Date(nextAt), { dateStyle: "long" }) : null;
  return (
    <section className={BOX}>
      <h2 className="font-semibold">{t(at && !open ? "done" : "title")}</h2>
      <p className="mb-3 text-muted text-sm">
        {open ? t("open") : at ? t("later", { at }) : t("lead")}
      </p>
      <Link
        href={open ? `/orientation/${open}` : "/orientation"}
        className={buttonClass(prominent ? "primary" : "secondary")}
      >
        {t(open ? "continue" : at ? "past" : "go")}
      </Link>
    </section>
  );
}

async function Next({ suggestions }: { suggestions: Suggestion[] }) {
  const t = await getTranslations("skill.next");
  const locale = (await getLocale()) as Locale;
  if (suggestions.length === 0) return null;
  return (
    <section className={BOX}>
      <h2 className="font-semibold">{t("title")}</h2>
      <p className="mb-2 text-muted text-sm">{t("lead")}</p>
      <ol className="grid gap-3">
        {suggestions.map(({ slug, title, minutes, skill, from, to }) => (
          <li key={slug}>
            <Link href={`/challenges/${slug}`} className="font-medium text-accent underline">
              {title[locale]}
            </Link>
            <span className="text-muted text-sm"> · {t("minutes", { n: minutes })}</span>
            <p className="text-muted text-sm">
              {t("why", { skill: skill[locale], from: Math.round(from), to: Math.round(to) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
