import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { titleIn } from "@/lib/openings/opening-texts";
import { readOpening } from "@/lib/openings/read-opening";
import { OpeningForm } from "./opening-form";
import { ProposalPanel } from "./proposal-panel";
import { PublishPanel } from "./publish-panel";
import { Wording } from "./wording";

type Props = { params: Promise<{ locale: Locale; organisation: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openings.own"))("title") };
}

export default async function OpeningEditorPage({ params }: Props) {
  const { locale, organisation, id } = await params;
  const actor = await requireSignIn(`/hire/${organisation}/openings/${id}`);
  const ref = { organisation, opening: id };
  const opening = await orNotFound(readOpening(actor, ref));
  const t = await getTranslations("openings");
  const { status, edits, proposal, warnings } = opening;
  const path = `/hire/${organisation}/openings/${id}`;
  const ways = (
    <div className="flex flex-wrap gap-2">
      {opening.organisation.verified && edits ? (
        <Link
          href={{ pathname: `/hire/${organisation}/search`, query: { opening: id } }}
          className={buttonClass("secondary")}
        >
          {t("own.rank")}
        </Link>
      ) : null}
      {opening.organisation.verified ? (
        <Link href={`${path}/candidates`} className={buttonClass("secondary")}>
          {t("own.candidates")}
        </Link>
      ) : null}
      {status === "open" && opening.public && opening.organisation.verified ? (
        <Link href={`/openings/${id}`} className={buttonClass("secondary")}>
          {t("publish.public")}
        </Link>
      ) : null}
    </div>
  );
  return (
    <Page
      title={titleIn(opening, locale) || t("own.untitled")}
      lead={t(`own.status.${status}`)}
      aside={ways}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {edits ? null : (
          <Alert>
            <p>{t("edit.readOnly")}</p>
          </Alert>
        )}
        {proposal && edits ? <ProposalPanel proposal={proposal} ids={ref} locale={locale} /> : null}
        {warnings.length > 0 ? <Wording warnings={warnings} locale={locale} /> : null}
        <OpeningForm opening={opening} ids={ref} locale={locale} />
        {edits ? <PublishPanel opening={opening} ids={ref} /> : null}
      </div>
    </Page>
  );
}
