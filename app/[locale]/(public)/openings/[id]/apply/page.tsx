import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { FieldNote } from "@/components/ui/field-note";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { type ApplyForm, readApplyForm } from "@/lib/applications/read-apply-form";
import { titleIn } from "@/lib/openings/opening-texts";
import { applyAction } from "./actions";

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openings"))("apply") };
}

export default async function ApplyPage({ params }: Props) {
  const { locale, id } = await params;
  const actor = await requireSignIn(`/openings/${id}/apply`);
  const { opening, proofs } = await orNotFound(readApplyForm(actor, id));
  if (opening.applied) redirect(`/${locale}/candidate/applications`);
  const t = await getTranslations("openings");
  const organisation = opening.organisation.name;
  const back = (
    <Link href={`/openings/${id}`} className={buttonClass("secondary")}>
      {t("applyForm.back")}
    </Link>
  );
  return (
    <Page
      title={t("applyTitle", { title: titleIn(opening, locale) })}
      lead={organisation}
      aside={back}
    >
      <div className="grid max-w-2xl gap-6">
        <Alert>
          <p>{t(opening.blind ? "applyForm.whoBlind" : "applyForm.who", { organisation })}</p>
        </Alert>
        <Form action={applyAction} summary={t("applyForm.summary")} className="grid gap-6">
          <input type="hidden" name="opening" value={opening.id} />
          <TextAreaField
            name="text"
            label={t("applyForm.text")}
            hint={t("applyForm.textHint")}
            rows={8}
          />
          <Proofs proofs={proofs} locale={locale} />
          <SubmitButton className="justify-self-start">{t("applyForm.send")}</SubmitButton>
        </Form>
      </div>
    </Page>
  );
}

async function Proofs({ proofs, locale }: { proofs: ApplyForm["proofs"]; locale: Locale }) {
  const t = await getTranslations("openings.applyForm");
  const { credentials, submissions } = proofs;
  if (credentials.length + submissions.length === 0) {
    return <p className="text-muted text-sm">{t("noProofs")}</p>;
  }
  return (
    <>
      {credentials.length > 0 ? (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium text-sm">{t("credentials")}</legend>
          {credentials.map(({ id, title }) => (
            <CheckField key={id} name={`credential.${id}`} label={title[locale]} />
          ))}
        </fieldset>
      ) : null}
      {submissions.length > 0 ? (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium text-sm">{t("submissions")}</legend>
          {submissions.map(({ id, title, score }) => (
            <CheckField
              key={id}
              name={`submission.${id}`}
              label={t("score", { title: title[locale], score: Math.round(100 * (score ?? 0)) })}
            />
          ))}
          <FieldNote name="submissions" hint={t("submissionsHint")} />
        </fieldset>
      ) : null}
    </>
  );
}
