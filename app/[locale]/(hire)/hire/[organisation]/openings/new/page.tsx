import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Locale } from "@/i18n/routing";
import { RECRUITING } from "@/lib/organisations/membership";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { listRoles } from "@/lib/roles/list-roles";
import { createAction } from "./actions";

type Props = { params: Promise<{ locale: Locale; organisation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openings.start"))("title") };
}

export default async function NewOpeningPage({ params }: Props) {
  const { locale, organisation } = await params;
  const actor = await requireSignIn(`/hire/${organisation}/openings/new`);
  await orNotFound(readOrganisation(actor, organisation, RECRUITING));
  const roles = await listRoles(actor);
  const t = await getTranslations("openings.start");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Way from="text" organisation={organisation} variant="primary">
          <TextAreaField name="text" label={t("textLabel")} rows={14} />
        </Way>
        <div className="grid content-start gap-6">
          <Way from="role" organisation={organisation} variant="secondary">
            <SelectField
              name="role"
              label={t("roleLabel")}
              options={roles.map(({ slug, title }) => ({ value: slug, label: title[locale] }))}
            />
          </Way>
          <Way from="blank" organisation={organisation} variant="secondary" />
        </div>
      </div>
    </Page>
  );
}

type WayProps = {
  from: "text" | "role" | "blank";
  organisation: string;
  variant: "primary" | "secondary";
  children?: ReactNode;
};

async function Way({ from, organisation, variant, children }: WayProps) {
  const t = await getTranslations("openings.start");
  return (
    <section className="grid content-start gap-3 rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold">{t(from)}</h2>
      <p className="text-muted text-sm">{t(`${from}Lead`)}</p>
      <Form action={createAction} summary={t("summary")}>
        <input type="hidden" name="organisation" value={organisation} />
        <input type="hidden" name="from" value={from} />
        {children}
        <SubmitButton variant={variant} className="justify-self-start">
          {t(`${from}Act`)}
        </SubmitButton>
      </Form>
    </section>
  );
}
