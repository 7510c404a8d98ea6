import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { outsideProviderNames } from "@/app/_session/outside-providers";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { safeReturnPath } from "@/lib/auth/return-path";
import { signInAction } from "./actions";
import { OutsideButtons } from "./outside-buttons";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const next = safeReturnPath(String(query.next ?? ""), `/${await getLocale()}`);
  if ((await currentActor()).kind === "user") redirect(next);
  const t = await getTranslations("auth");
  const providers = outsideProviderNames();
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("signIn.title")}</h1>
      {query.error ? <OutsideProblem code={String(query.error)} /> : null}
      <Form action={signInAction} summary={t("summary")}>
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          type="email"
          label={t("email")}
          autoComplete="username"
          required
          defaultValue={String(query.email ?? "")}
        />
        <Field
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          required
        />
        <SubmitButton>{t("signIn.submit")}</SubmitButton>
      </Form>
      {providers.length > 0 ? (
        <OutsideButtons
          next={next}
          or={t("signIn.or")}
          providers={providers.map(({ id, name }) => ({
            id,
            label: t("signIn.with", { provider: name }),
          }))}
        />
      ) : null}
      <p className="flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        <Link href="/forgot" className="underline">
          {t("signIn.forgot")}
        </Link>
        <span>
          {t("signIn.noAccount")}{" "}
          <Link href="/sign-up" className="underline">
            {t("signIn.signUp")}
          </Link>
        </span>
      </p>
    </>
  );
}

async function OutsideProblem({ code }: { code: string }) {
  const t = await getTranslations("auth.signIn.outside");
  const key = `${code}` as Parameters<typeof t>[0];
  return (
    <Alert tone="bad" role="alert">
      {t.has(key) ? t(key) : t("failed")}
    </Alert>
  );
}
