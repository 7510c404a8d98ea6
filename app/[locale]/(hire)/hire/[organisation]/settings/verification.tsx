import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { PROOF_PATH } from "@/lib/organisations/find-proof";
import type { OwnOrganisation } from "@/lib/organisations/read-organisation";
import { verifyAction } from "./actions";

type Props = { organisation: OwnOrganisation; proof: string };

/** What has to be put where, and the button that looks for it. */
export async function Verification({ organisation, proof }: Props) {
  const t = await getTranslations("organisations");
  const { slug, domain, status, verifiedBy } = organisation;
  return (
    <section aria-labelledby="verification" className="grid gap-4">
      <h2 id="verification" className="border-line border-b pb-2 font-semibold text-lg">
        {t("settings.verification")}
      </h2>
      <p className={status === "verified" ? "text-good" : "text-muted"}>
        {t(`status.${status}`)}
        {status === "verified" && verifiedBy
          ? ` · ${t(`settings.by.${verifiedBy}`, { domain: domain ?? "" })}`
          : ""}
      </p>
      <p className="text-sm">{t("settings.how")}</p>
      <ol className="ml-5 grid list-decimal gap-3 text-sm">
        <li>
          {t("settings.record")}
          <code className="mt-1 block select-all break-all font-mono">{proof}</code>
        </li>
        <li>{t("settings.file", { path: PROOF_PATH })}</li>
      </ol>
      <Form action={verifyAction} summary={t("summary")} prefix="verify-">
        <input type="hidden" name="organisation" value={slug} />
        <Field
          name="domain"
          label={t("facts.domain")}
          hint={t("settings.domainHint")}
          defaultValue={domain ?? ""}
          placeholder="example.org"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("settings.check")}
        </SubmitButton>
      </Form>
      <p className="text-muted text-sm">{t("settings.admin")}</p>
    </section>
  );
}
