import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { openingWords } from "@/components/openings/opening-words";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { MoreLink } from "@/components/ui/more-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listOwnApplications, type OwnApplication } from "@/lib/applications/list-own-applications";
import { titleIn } from "@/lib/openings/opening-texts";
import { Heading } from "../heading";
import { withdrawAction } from "./actions";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ sent?: string | string[]; cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openings.applications"))("title") };
}

export default async function ApplicationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await requireSignIn("/candidate/applications");
  const { sent, cursor } = await searchParams;
  const { applications, next } = await listOwnApplications(actor, { cursor: oneOf(cursor) });
  const t = await getTranslations("openings");
  return (
    <>
      <Heading title={t("applications.title")} lead={t("applications.lead")}>
        <Link href="/openings" className={buttonClass("secondary")}>
          {t("applications.find")}
        </Link>
      </Heading>
      {sent && applications.length > 0 ? (
        <Alert tone="good" role="status">
          <p>{t("applyForm.sent")}</p>
        </Alert>
      ) : null}
      {applications.length === 0 ? <EmptyNote>{t("applications.empty")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {applications.map((application) => (
          <Row key={application.id} application={application} locale={locale} />
        ))}
      </ul>
      <MoreLink path="/candidate/applications" next={next} />
    </>
  );
}

async function Row({ application, locale }: { application: OwnApplication; locale: Locale }) {
  const t = await getTranslations("openings.applications");
  const words = await openingWords(locale);
  const { id, opening, organisation, readable, state, createdAt, conversation } = application;
  const title = titleIn(opening, locale);
  return (
    <li className="flex flex-wrap items-end justify-between gap-3 px-4 py-3">
      <div className="min-w-0">
        <p className="break-words font-medium">
          {readable ? (
            <Link href={`/openings/${opening.id}`} className="underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        <p className="break-words text-sm">{organisation}</p>
        <p className="text-muted text-sm">
          {t(`states.${state}`)} · {t("at", { date: words.day(createdAt) })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {state !== "withdrawn" ? (
          <Link href={`/candidate/openings/${opening.id}`} className={buttonClass("secondary")}>
            {t("why")}
          </Link>
        ) : null}
        {conversation ? (
          <Link
            href={`/candidate/conversations/${conversation}`}
            className={buttonClass("secondary")}
          >
            {t("conversation")}
          </Link>
        ) : null}
        {state !== "withdrawn" ? (
          <Form action={withdrawAction} summary={t("title")} prefix={`${id}-`}>
            <input type="hidden" name="application" value={id} />
            <SubmitButton variant="danger" aria-label={`${t("withdraw")}: ${title}`}>
              {t("withdraw")}
            </SubmitButton>
          </Form>
        ) : null}
      </div>
    </li>
  );
}
