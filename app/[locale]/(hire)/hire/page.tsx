import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { EmptyNote } from "@/components/ui/empty-note";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { Link } from "@/i18n/navigation";
import { listOwn } from "@/lib/organisations/list-own";
import { foundAction } from "./actions";

type Own = Awaited<ReturnType<typeof listOwn>>[number];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations"))("title") };
}

export default async function HirePage() {
  const own = await listOwn(await requireSignIn("/hire"));
  const t = await getTranslations("organisations");
  return (
    <Page title={t("title")} lead={t("lead")}>
      {own.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      <ul className="grid gap-3 empty:hidden sm:grid-cols-2 lg:grid-cols-3">
        {own.map((organisation) => (
          <OwnCard key={organisation.slug} organisation={organisation} />
        ))}
      </ul>
      <section aria-labelledby="found" className="mt-10 grid max-w-xl gap-4">
        <h2 id="found" className="border-line border-b pb-2 font-semibold text-lg">
          {t("found.title")}
        </h2>
        <p className="text-sm">{t("found.lead")}</p>
        <Form action={foundAction} summary={t("summary")}>
          <Field name="name" label={t("fields.name")} required maxLength={80} />
          <Field
            name="website"
            type="url"
            label={t("fields.website")}
            hint={t("fields.optional")}
            placeholder="https://"
          />
          <TextAreaField
            name="about"
            label={t("fields.about")}
            hint={t("fields.aboutHint")}
            rows={4}
            maxLength={4000}
          />
          <SubmitButton className="justify-self-start">{t("found.submit")}</SubmitButton>
        </Form>
      </section>
    </Page>
  );
}

async function OwnCard({ organisation }: { organisation: Own }) {
  const t = await getTranslations("organisations");
  const { slug, name, role, status, locked } = organisation;
  return (
    <li>
      <Link
        href={locked ? "/account/security#totp" : `/hire/${slug}`}
        className="block h-full rounded-lg border border-line bg-raised p-4 hover:bg-surface"
      >
        <span className="block break-words font-medium">{name}</span>
        <span className="mt-1 block text-muted text-sm">
          {t(`roles.${role}`)} · {t(`status.${status}`)}
        </span>
        {locked ? <span className="mt-2 block text-sm text-warn">{t("locked")}</span> : null}
      </Link>
    </li>
  );
}
