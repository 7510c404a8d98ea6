import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { readFirstFactor } from "@/app/_session/first-factor-cookie";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { safeReturnPath } from "@/lib/auth/return-path";
import { codeAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.code");
  return { title: t("title") };
}

export default async function CodePage({ searchParams }: Props) {
  const locale = await getLocale();
  const next = safeReturnPath(String((await searchParams).next ?? ""), `/${locale}`);
  if (!(await readFirstFactor())) {
    redirect(`/${locale}/sign-in?next=${encodeURIComponent(next)}`);
  }
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("code.title")}</h1>
      <p>{t("code.lead")}</p>
      <Form action={codeAction} summary={t("summary")}>
        <input type="hidden" name="next" value={next} />
        <Field
          name="code"
          label={t("code.code")}
          hint={t("code.hint")}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <SubmitButton>{t("code.submit")}</SubmitButton>
      </Form>
      <p className="text-muted text-sm">{t("code.lost")}</p>
      <p className="text-sm">
        <Link href="/sign-in" className="underline">
          {t("code.back")}
        </Link>
      </p>
    </>
  );
}
