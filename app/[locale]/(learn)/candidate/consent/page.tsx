import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { CandidateView } from "@/components/candidates/candidate-view";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { findOrganisations } from "@/lib/candidates/find-organisations";
import { previewOwn } from "@/lib/candidates/preview-own";
import { readConsent } from "@/lib/candidates/read-consent";
import { Heading } from "../heading";
import { withdrawAction } from "./actions";
import { Changes } from "./changes";
import { DemographicsForm } from "./demographics-form";
import { Organisations } from "./organisations";
import { Terms } from "./terms";

type Query = Partial<Record<"search" | "preview" | "cursor", string | string[]>>;
type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("candidate.nav"))("consent") };
}

export default async function ConsentPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const query = await searchParams;
  const [search, named] = [oneOf(query.search) ?? "", oneOf(query.preview) === "named"];
  const actor = await requireSignIn("/candidate/consent");
  const [consent, sought, preview] = await Promise.all([
    readConsent(actor, { before: oneOf(query.cursor) }),
    findOrganisations(actor, search),
    previewOwn(actor, !named),
  ]);
  const t = await getTranslations("candidate.consent");
  const summary = (await getTranslations("candidate"))("summary");
  return (
    <>
      <Heading title={t("title")} lead={t("lead")} />
      <section aria-labelledby="now" className="grid max-w-2xl gap-3">
        <h2 id="now" className="sr-only">
          {t("now")}
        </h2>
        <Alert tone={consent.discoverability === "nobody" ? "info" : "good"}>
          {t(`standing.${consent.discoverability}`)}
        </Alert>
        {consent.discoverability === "nobody" ? null : (
          <Form action={withdrawAction} summary={summary} prefix="withdraw-">
            <p className="text-muted text-sm">{t("withdrawHint")}</p>
            <SubmitButton variant="danger" className="justify-self-start">
              {t("withdraw")}
            </SubmitButton>
          </Form>
        )}
      </section>
      <Terms consent={consent} locale={locale} />
      <Organisations placed={consent.organisations} search={search} sought={sought} />
      <section aria-labelledby="preview" className="grid gap-4">
        <h2 id="preview" className="border-line border-b pb-2 font-semibold text-lg">
          {t("preview")}
        </h2>
        <p className="max-w-prose text-muted">{t("previewHint")}</p>
        <div className="flex flex-wrap gap-2">
          {(["blind", "named"] as const).map((kind) => (
            <Link
              key={kind}
              href={`/candidate/consent?preview=${kind}#preview`}
              aria-current={(kind === "named") === named ? "true" : undefined}
              className={buttonClass((kind === "named") === named ? "primary" : "secondary")}
            >
              {t(`previewAs.${kind}`)}
            </Link>
          ))}
        </div>
        {preview ? (
          <CandidateView candidate={preview} locale={locale} />
        ) : (
          <EmptyNote>{t("previewEmpty")}</EmptyNote>
        )}
      </section>
      <DemographicsForm told={consent.demographics} />
      <Changes
        changes={consent.changes}
        earlier={consent.earlier}
        organisations={consent.organisations}
        titles={new Map(consent.skills.map(({ slug, title }) => [slug, title[locale]]))}
      />
    </>
  );
}
