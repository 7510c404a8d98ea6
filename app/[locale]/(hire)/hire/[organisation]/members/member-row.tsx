import { getFormatter, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { listMembers } from "@/lib/organisations/list-members";
import { MEMBER_ROLES } from "@/lib/organisations/membership";
import { removeAction, roleAction } from "./actions";

type Member = Awaited<ReturnType<typeof listMembers>>["members"][number];
type Props = { member: Member; slug: string; self: boolean };

/** Who it is; for an owner also how to change his role and how to remove him. */
export async function MemberRow({ member, slug, self }: Props) {
  const t = await getTranslations("organisations");
  const format = await getFormatter();
  const { userId, name, role, joinedAt, private: details } = member;
  const since = format.dateTime(joinedAt, { dateStyle: "medium" });
  return (
    <li className="flex flex-wrap items-end gap-3 px-4 py-3">
      <div className="w-full min-w-0 md:w-auto md:flex-1">
        <p className="break-words font-medium">
          {name}
          {self ? (
            <span className="font-normal text-muted text-sm"> {t("members.you")}</span>
          ) : null}
        </p>
        <p className="break-words text-muted text-sm">
          {details ? `${details.email} · ` : `${t(`roles.${role}`)} · `}
          {t("members.since", { date: since })}
          {details ? ` · ${t(details.secondFactor ? "members.totp" : "members.noTotp")}` : ""}
        </p>
      </div>
      {details ? (
        <>
          <Form
            action={roleAction}
            summary={t("summary")}
            prefix={`role-${userId}-`}
            className="flex flex-wrap items-end gap-2"
          >
            <input type="hidden" name="organisation" value={slug} />
            <input type="hidden" name="userId" value={userId} />
            <SelectField
              name="role"
              label={t("members.role")}
              aria-label={t("members.roleOf", { name })}
              defaultValue={role}
              options={MEMBER_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
            />
            <SubmitButton variant="secondary" aria-label={t("members.saveNamed", { name })}>
              {t("members.save")}
            </SubmitButton>
          </Form>
          {self ? null : (
            <Form action={removeAction} summary={t("summary")} prefix={`remove-${userId}-`}>
              <input type="hidden" name="organisation" value={slug} />
              <input type="hidden" name="userId" value={userId} />
              <SubmitButton variant="danger" aria-label={t("members.removeNamed", { name })}>
                {t("members.remove")}
              </SubmitButton>
            </Form>
          )}
        </>
      ) : null}
    </li>
  );
}
