import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { CheckField } from "@/components/ui/check-field";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { readDomainProof } from "@/lib/organisations/verify-domain";
import { settingsAction } from "./actions";
import { Verification } from "./verification";

type Props = { params: Promise<{ organisation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations.nav"))("settings") };
}

export default async function SettingsPage({ params }: Props) {
  const { organisation: slug } = await params;
  const actor = await requireSignIn(`/hire/${slug}/settings`);
  const organisation = await orNotFound(readOrganisation(actor, slug, ["owner"]));
  const t = await getTranslations("organisations");
  const { name, website, about, blind, requiresTotp, status, verifiedBy } = organisation;
  return (
    <Page title={t("nav.settings")}>
      <div className="grid max-w-xl gap-10">
        <Form action={settingsAction} summary={t("summary")} prefix="settings-">
          <input type="hidden" name="organisation" value={slug} />
          <Field
            name="name"
            label={t("fields.name")}
            hint={
              status === "verified" && verifiedBy === "admin" ? t("settings.renaming") : undefined
            }
            defaultValue={name}
            maxLength={80}
            required
          />
          <Field
            name="website"
            type="url"
            label={t("fields.website")}
            hint={t("fields.optional")}
            defaultValue={website}
          />
          <TextAreaField
            name="about"
            label={t("fields.about")}
            hint={t("fields.aboutHint")}
            defaultValue={about}
            rows={6}
            maxLength={4000}
          />
          <CheckField
            name="blind"
            label={t("settings.blind")}
            hint={t("settings.blindHint")}
            defaultChecked={blind}
          />
          <CheckField
            name="requiresTotp"
            label={t("settings.totp")}
            hint={t("settings.totpHint")}
            defaultChecked={requiresTotp}
          />
          <SubmitButton className="justify-self-start">{t("settings.save")}</SubmitButton>
        </Form>
        <Verification
          organisation={organisation}
          proof={await orNotFound(readDomainProof(actor, slug))}
        />
      </div>
    </Page>
  );
}
