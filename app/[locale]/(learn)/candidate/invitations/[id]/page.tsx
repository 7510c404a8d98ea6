import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { openingWords } from "@/components/openings/opening-words";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { type OwnInvitation, readOwnInvitation } from "@/lib/hiring/read-own-invitation";
import { spokenLocale, titleIn } from "@/lib/openings/opening-texts";
import { answerAction } from "../../conversations/actions";
import { Heading } from "../../heading";

type Props = { params: Promise<{ locale: Locale; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.conversations"))("invitation") };
}

export default async function InvitationPage({ params }: Props) {
  const { locale, id } = await params;
  const actor = await requireSignIn(`/candidate/invitations/${id}`);
  const invitation = await orNotFound(readOwnInvitation(actor, id));
  const { opening, state, text, expiresAt } = invitation;
  const t = await getTranslations("hiring.invitation");
  const words = await openingWords(locale);
  const organisation = opening.organisation.name;
  return (
    <>
      <Heading title={t("title", { organisation })} lead={titleIn(opening, locale)} />
      <Alert tone={state === "accepted" ? "good" : "info"} role="status">
        <p>
          {t(`states.${state}`)}
          {state === "sent" ? ` ${t("open", { date: words.day(expiresAt) })}` : null}
        </p>
        {state === "declined" ? <p>{t("declined", { organisation })}</p> : null}
        {state === "accepted" ? (
          <Link href={`/candidate/conversations/${id}`} className={buttonClass("primary", "mt-2")}>
            {t("toConversation")}
          </Link>
        ) : null}
      </Alert>
      <p className="max-w-prose whitespace-pre-line break-words">{text}</p>
      {state === "sent" ? <Answer id={id} organisation={organisation} /> : null}
      <About opening={opening} locale={locale} />
    </>
  );
}

async function Answer({ id, organisation }: { id: string; organisation: string }) {
  const t = await getTranslations("hiring");
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <section className="grid content-start gap-3 rounded-lg border border-line bg-raised p-4">
        <p className="text-sm">{t("invitation.acceptLead", { organisation })}</p>
        <Form action={answerAction} summary={t("summary")} prefix="accept-">
          <input type="hidden" name="candidacy" value={id} />
          <input type="hidden" name="answer" value="accept" />
          <SubmitButton className="justify-self-start">{t("invitation.accept")}</SubmitButton>
        </Form>
      </section>
      <section className="rounded-lg border border-line bg-raised p-4">
        <Form action={answerAction} summary={t("summary")} prefix="decline-">
          <input type="hidden" name="candidacy" value={id} />
          <input type="hidden" name="answer" value="decline" />
          <TextAreaField name="text" label={t("invitation.declineReason")} rows={2} />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("invitation.decline")}
          </SubmitButton>
        </Form>
      </section>
    </div>
  );
}

type AboutProps = { opening: OwnInvitation["opening"]; locale: Locale };

async function About({ opening, locale }: AboutProps) {
  const t = await getTranslations("hiring.invitation");
  const words = await openingWords(locale);
  const lang = spokenLocale(opening, locale);
  const facts = [
    ...[words.place(opening), words.workPlaces(opening.workPlaces), words.pay(opening)],
  ].filter(Boolean);
  return (
    <section className="grid gap-2 border-line border-t pt-4">
      <h2 className="font-semibold">{t("about")}</h2>
      <p className="text-muted text-sm">{facts.join(" · ")}</p>
      <p lang={lang} className="max-w-prose whitespace-pre-line break-words">
        {lang === "zh" ? opening.textZh : opening.textEn}
      </p>
    </section>
  );
}
