import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { SCOPES } from "@/lib/auth/actor";
import { listTokens } from "@/lib/tokens/list-tokens";
import { Section } from "../section";
import { createTokenAction } from "./actions";
import { TokenTable } from "./token-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.nav");
  return { title: t("tokens") };
}

export default async function TokensPage() {
  const tokens = await listTokens(await requireSignIn("/account/tokens"));
  const t = await getTranslations("account");
  return (
    <>
      <Section id="create" title={t("tokens.title")}>
        <p>{t("tokens.lead")}</p>
        <Form action={createTokenAction} summary={t("summary")}>
          <Field name="name" label={t("tokens.name")} hint={t("tokens.nameHint")} required />
          <CheckboxGroup
            name="scopes"
            legend={t("tokens.scopes")}
            options={SCOPES.map((scope) => ({ value: scope, label: t(`tokens.scope.${scope}`) }))}
          />
          <Field
            name="days"
            type="number"
            label={t("tokens.days")}
            min={1}
            max={365}
            required
            defaultValue={90}
            className="max-w-32"
          />
          <SubmitButton className="justify-self-start">{t("tokens.submit")}</SubmitButton>
        </Form>
      </Section>
      <section aria-labelledby="list" className="grid gap-4">
        <h2 id="list" className="border-line border-b pb-2 font-semibold text-lg">
          {t("tokens.list")}
        </h2>
        {tokens.length === 0 ? (
          <p className="text-muted">{t("tokens.none")}</p>
        ) : (
          <TokenTable tokens={tokens} />
        )}
      </section>
    </>
  );
}
