import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { readAccount } from "@/lib/accounts/read-account";
import type { UserActor } from "@/lib/auth/actor";
import { readMemberInvitation } from "@/lib/organisations/join-organisation";
import { ifUsable } from "../../../(auth)/if-usable";
import { joinAction } from "./actions";

type Props = { searchParams: Promise<{ token?: string | string[] }> };
type Invitation = Awaited<ReturnType<typeof readMemberInvitation>>;
type PartProps = { invitation: Invitation; token: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisations.join");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function JoinPage({ searchParams }: Props) {
  const token = String((await searchParams).token ?? "");
  const invitation = await ifUsable(() => readMemberInvitation(token));
  const actor = await currentActor();
  const t = await getTranslations("organisations");
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-10 sm:py-16">
      <h1 className="font-semibold text-2xl">{t("join.title")}</h1>
      {invitation ? (
        <>
          <p className="break-words">
            {t("join.lead", {
              organisation: invitation.organisation.name,
              role: t(`roles.${invitation.role}`),
            })}
          </p>
          {invitation.organisation.status === "verified" ? null : (
            <Alert tone="warn">{t("join.unverified")}</Alert>
          )}
          {actor.kind === "user" ? (
            <Accept actor={actor} invitation={invitation} token={token} />
          ) : (
            <Arrive invitation={invitation} token={token} />
          )}
        </>
      ) : (
        <Alert tone="warn">{t("join.spent")}</Alert>
      )}
    </div>
  );
}

async function Accept({ actor, invitation, token }: PartProps & { actor: UserActor }) {
  const t = await getTranslations("organisations");
  const { email } = await readAccount(actor);
  if (email !== invitation.email) return <Alert tone="warn">{t("join.other", { email })}</Alert>;
  return (
    <Form action={joinAction} summary={t("summary")}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton>{t("join.submit")}</SubmitButton>
    </Form>
  );
}

async function Arrive({ invitation, token }: PartProps) {
  const t = await getTranslations("organisations.join");
  const back = `/${await getLocale()}/hire/join?token=${encodeURIComponent(token)}`;
  return (
    <>
      <p className="break-words">{t("account", { email: invitation.email })}</p>
      <div className="flex flex-wrap gap-3">
        <Link href={`/sign-in?next=${encodeURIComponent(back)}`} className={buttonClass()}>
          {t("signIn")}
        </Link>
        <Link href="/sign-up" className={buttonClass("secondary")}>
          {t("signUp")}
        </Link>
      </div>
    </>
  );
}
