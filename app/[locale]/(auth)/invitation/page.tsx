import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { NewAccountFields } from "@/app/_session/new-account-fields";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { readInvitation } from "@/lib/accounts/invitation-row";
import { readAccount } from "@/lib/accounts/read-account";
import type { UserActor } from "@/lib/auth/actor";
import { ifUsable } from "../if-usable";
import { SpentLink } from "../spent-link";
import { acceptAction, joinAction } from "./actions";

type Props = { searchParams: Promise<{ token?: string | string[] }> };
type Invitation = Awaited<ReturnType<typeof readInvitation>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.invitation");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function InvitationPage({ searchParams }: Props) {
  const token = String((await searchParams).token ?? "");
  const invitation = await ifUsable(() => readInvitation(token));
  if (!invitation) return <SpentLink />;
  const actor = await currentActor();
  const t = await getTranslations("auth.invitation");
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("title")}</h1>
      {actor.kind === "user" ? (
        <Accept actor={actor} invitation={invitation} token={token} />
      ) : (
        <Join invitation={invitation} token={token} />
      )}
    </>
  );
}

type PartProps = { invitation: Invitation; token: string };

async function Accept({ actor, invitation, token }: PartProps & { actor: UserActor }) {
  const t = await getTranslations("auth");
  const { email } = await readAccount(actor);
  if (invitation.email !== null && invitation.email !== email) forbidden();
  return (
    <>
      <p className="break-words">
        {t("invitation.leadSignedIn", { role: t(`roles.${invitation.role}`), email })}
      </p>
      <Form action={acceptAction} summary={t("summary")}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{t("invitation.accept")}</SubmitButton>
      </Form>
    </>
  );
}

async function Join({ invitation, token }: PartProps) {
  const t = await getTranslations("auth");
  const back = `/${await getLocale()}/invitation?token=${encodeURIComponent(token)}`;
  return (
    <>
      <p>{t("invitation.leadNew", { role: t(`roles.${invitation.role}`) })}</p>
      <Form action={joinAction} summary={t("summary")}>
        <input type="hidden" name="token" value={token} />
        <NewAccountFields email={invitation.email ?? undefined} />
        <SubmitButton>{t("invitation.submit")}</SubmitButton>
      </Form>
      <p className="text-sm">
        <Link href={`/sign-in?next=${encodeURIComponent(back)}`} className="underline">
          {t("invitation.haveAccount")}
        </Link>
      </p>
    </>
  );
}
