import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { EmptyNote } from "@/components/ui/empty-note";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { ORGANISATION_SCOPES } from "@/lib/auth/actor";
import { listOrganisationTokens } from "@/lib/organisations/tokens";
import { createTokenAction, revokeTokenAction } from "./actions";

type Props = { params: Promise<{ organisation: string }> };
type Token = Awaited<ReturnType<typeof listOrganisationTokens>>[number];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations.nav"))("tokens") };
}

export default async function TokensPage({ params }: Props) {
  const { organisation: slug } = await params;
  const actor = await requireSignIn(`/hire/${slug}/tokens`);
  const tokens = await orNotFound(listOrganisationTokens(actor, slug));
  const t = await getTranslations("organisations");
  const account = await getTranslations("account.tokens");
  return (
    <Page title={t("nav.tokens")} lead={t("tokens.lead")}>
      <div className="grid gap-8">
        <div className="max-w-xl">
          <Form action={createTokenAction} summary={t("summary")}>
            <input type="hidden" name="organisation" value={slug} />
            <Field name="name" label={account("name")} hint={account("nameHint")} required />
            <CheckboxGroup
              name="scopes"
              legend={account("scopes")}
              options={ORGANISATION_SCOPES.map((scope) => ({
                value: scope,
                label: t(`tokens.scope.${scope}`),
              }))}
            />
            <Field
              name="days"
              type="number"
              label={account("days")}
              min={1}
              max={365}
              required
              defaultValue={90}
              className="max-w-32"
            />
            <SubmitButton className="justify-self-start">{account("submit")}</SubmitButton>
          </Form>
        </div>
        {tokens.length === 0 ? <EmptyNote>{t("tokens.none")}</EmptyNote> : null}
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} slug={slug} />
          ))}
        </ul>
      </div>
    </Page>
  );
}

async function TokenRow({ token, slug }: { token: Token; slug: string }) {
  const t = await getTranslations("organisations");
  const account = await getTranslations("account.tokens");
  const format = await getFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const { id, name, tail, scopes, expiresAt, lastUsedAt, createdBy } = token;
  const facts = [
    scopes.join(" "),
    ...(createdBy ? [createdBy.name] : []),
    expiresAt <= new Date() ? account("expired") : t("members.until", { date: day(expiresAt) }),
    lastUsedAt ? t("tokens.used", { date: day(lastUsedAt) }) : account("never"),
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 text-sm">
      <div className="min-w-0">
        <p className="break-words font-medium">
          {name} <span className="font-mono font-normal text-muted">…{tail}</span>
        </p>
        <p className="break-words text-muted">{facts.join(" · ")}</p>
      </div>
      <Form action={revokeTokenAction} summary={t("summary")} prefix={`revoke-${id}-`}>
        <input type="hidden" name="organisation" value={slug} />
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="danger" aria-label={account("revokeNamed", { name })}>
          {account("revoke")}
        </SubmitButton>
      </Form>
    </li>
  );
}
