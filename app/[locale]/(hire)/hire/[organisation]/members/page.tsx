import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { ORGANISATION_LIMITS } from "@/lib/organisations/limits";
import { listMembers } from "@/lib/organisations/list-members";
import { MEMBER_ROLES } from "@/lib/organisations/membership";
import { inviteAction, leaveAction, withdrawAction } from "./actions";
import { MemberRow } from "./member-row";

type Props = { params: Promise<{ organisation: string }> };
type Invitation = Awaited<ReturnType<typeof listMembers>>["invitations"][number];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations.nav"))("members") };
}

export default async function MembersPage({ params }: Props) {
  const { organisation: slug } = await params;
  const actor = await requireSignIn(`/hire/${slug}/members`);
  const { organisation, members, invitations } = await orNotFound(listMembers(actor, slug));
  const t = await getTranslations("organisations");
  const owner = organisation.role === "owner";
  return (
    <Page title={t("nav.members")} lead={t("members.lead")}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            slug={slug}
            self={member.userId === actor.userId}
          />
        ))}
      </ul>
      {owner ? <Invite organisation={organisation} invitations={invitations} /> : null}
      <section aria-labelledby="leave" className="mt-10 grid max-w-xl gap-4">
        <h2 id="leave" className="border-line border-b pb-2 font-semibold text-lg">
          {t("members.leave")}
        </h2>
        <p className="text-sm">{t("members.leaveLead")}</p>
        <Form action={leaveAction} summary={t("summary")} prefix="leave-">
          <input type="hidden" name="organisation" value={slug} />
          <SubmitButton variant="danger" className="justify-self-start">
            {t("members.leaveSubmit")}
          </SubmitButton>
        </Form>
      </section>
    </Page>
  );
}

type InviteProps = { organisation: { slug: string; status: string }; invitations: Invitation[] };

async function Invite({ organisation: { slug, status }, invitations }: InviteProps) {
  const t = await getTranslations("organisations");
  return (
    <section aria-labelledby="invite" className="mt-10 grid max-w-xl gap-4">
      <h2 id="invite" className="border-line border-b pb-2 font-semibold text-lg">
        {t("members.invite")}
      </h2>
      {status === "unverified" ? (
        <Alert>
          <p>
            {t("members.unverified", {
              most: ORGANISATION_LIMITS.member_invitations_unverified.points,
            })}
          </p>
        </Alert>
      ) : null}
      <Form action={inviteAction} summary={t("summary")} prefix="invite-">
        <input type="hidden" name="organisation" value={slug} />
        <Field
          name="email"
          type="email"
          label={t("members.email")}
          hint={t("members.emailHint")}
          required
        />
        <SelectField
          name="role"
          label={t("members.role")}
          defaultValue="recruiter"
          options={MEMBER_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        />
        <SubmitButton className="justify-self-start">{t("members.inviteSubmit")}</SubmitButton>
      </Form>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} slug={slug} />
        ))}
      </ul>
    </section>
  );
}

async function InvitationRow({ invitation, slug }: { invitation: Invitation; slug: string }) {
  const t = await getTranslations("organisations");
  const format = await getFormatter();
  const { id, email, role, expiresAt } = invitation;
  const until = format.dateTime(expiresAt, { dateStyle: "medium" });
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 text-sm">
      <p className="min-w-0 break-words">
        {email} · {t(`roles.${role}`)} · {t("members.until", { date: until })}
      </p>
      <Form action={withdrawAction} summary={t("summary")} prefix={`withdraw-${id}-`}>
        <input type="hidden" name="organisation" value={slug} />
        <input type="hidden" name="invitation" value={id} />
        <SubmitButton variant="danger" aria-label={t("members.withdrawNamed", { email })}>
          {t("members.withdraw")}
        </SubmitButton>
      </Form>
    </li>
  );
}
