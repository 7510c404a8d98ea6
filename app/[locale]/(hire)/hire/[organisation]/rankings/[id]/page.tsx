import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { type ShownRanking, showRanking } from "@/lib/matching/rankings/show-ranking";
import { titleIn } from "@/lib/openings/opening-texts";
import { rankAgainAction } from "./actions";
import { Conditions } from "./conditions";
import { Rows } from "./rows";
import { SaveSearch } from "./save-search";

type Props = { params: Promise<{ organisation: string; id: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("ranking.title") };
}

export default async function RankingPage({ params }: Props) {
  const { organisation, id, locale } = await params;
  const actor = await requireSignIn(`/hire/${organisation}/rankings/${id}`);
  const ranking = await orNotFound(showRanking(actor, organisation, id));
  const t = await getTranslations("matching");
  const title = ranking.opening
    ? t("ranking.forOpening", { title: titleIn(ranking.opening, locale) })
    : t("ranking.title");
  return (
    <Page title={title} aside={<Again organisation={organisation} id={id} />}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <Asked ranking={ranking} organisation={organisation} />
        {ranking.status === "ranked" ? (
          <>
            <Conditions ranking={ranking} organisation={organisation} locale={locale} />
            <Rows ranking={ranking} organisation={organisation} locale={locale} />
            <SaveSearch ranking={id} organisation={organisation} />
          </>
        ) : (
          <NotYet status={ranking.status} />
        )}
      </div>
    </Page>
  );
}

async function Again({ organisation, id }: { organisation: string; id: string }) {
  const t = await getTranslations("matching");
  return (
    <Form
      action={rankAgainAction}
      summary={(await getTranslations("account"))("summary")}
      prefix="again-"
    >
      <input type="hidden" name="organisation" value={organisation} />
      <input type="hidden" name="ranking" value={id} />
      <SubmitButton variant="secondary">{t("ranking.again")}</SubmitButton>
    </Form>
  );
}

/** What was asked, when it was answered, and how that can be checked. */
async function Asked({ ranking, organisation }: { ranking: ShownRanking; organisation: string }) {
  const t = await getTranslations("matching");
  const format = await getFormatter();
  const { opening, request, rankedAt, createdAt, id } = ranking;
  return (
    <section className="text-sm">
      {!opening && request.texts[0] ? (
        <blockquote className="max-w-prose whitespace-pre-line break-words border-line border-l-4 pl-3">
          {request.texts[0]}
        </blockquote>
      ) : null}
      <p className="mt-1 text-muted">
        {t("ranking.asOf", {
          at: format.dateTime(rankedAt ?? createdAt, { dateStyle: "medium", timeStyle: "short" }),
        })}{" "}
        <span className="break-all">{t("ranking.replay", { id })}</span>
      </p>
      {opening ? (
        <Link
          href={`/hire/${organisation}/openings/${opening.id}`}
          className="text-accent underline"
        >
          {t("ranking.toOpening")}
        </Link>
      ) : null}
    </section>
  );
}

async function NotYet({ status }: { status: ShownRanking["status"] }) {
  const t = await getTranslations("matching");
  return status === "failed" ? (
    <Alert tone="bad" role="alert">
      {t("ranking.failed")}
    </Alert>
  ) : (
    <Alert role="status">{t("ranking.waiting")}</Alert>
  );
}
