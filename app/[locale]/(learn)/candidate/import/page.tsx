import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { LOCALES, type Locale } from "@/i18n/routing";
import { listImports } from "@/lib/candidates/read-import";
import { Heading } from "../heading";
import { importAction } from "./actions";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("candidate.import"))("title") };
}

export default async function ImportPage({ params }: Props) {
  const { locale } = await params;
  const imports = await listImports(await requireSignIn("/candidate/import"));
  const t = await getTranslations("candidate.import");
  const summary = (await getTranslations("candidate"))("summary");
  const format = await getFormatter();
  return (
    <>
      <Heading title={t("title")} lead={t("lead")} />
      <Form action={importAction} summary={summary} className="grid max-w-xl gap-4">
        <Field
          name="file"
          type="file"
          label={t("file")}
          hint={t("kept")}
          accept=".pdf,.docx,.json,application/pdf,application/json"
          required
        />
        <SelectField
          name="locale"
          label={t("locale")}
          defaultValue={locale}
          options={LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }))}
        />
        <SubmitButton className="justify-self-start">{t("read")}</SubmitButton>
      </Form>
      {imports.length > 0 ? (
        <section aria-labelledby="past" className="grid max-w-xl gap-2">
          <h2 id="past" className="font-semibold">
            {t("past")}
          </h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
            {imports.map(({ id, format: kind, status, createdAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-3 py-2">
                <span>
                  {kind.toUpperCase()}{" "}
                  <span className="text-muted text-sm">
                    {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })} ·{" "}
                    {t(`status.${status}`)}
                  </span>
                </span>
                <Link href={`/candidate/import/${id}`} className="text-accent underline">
                  {t("open")}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
