import { getFormatter, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Locale } from "@/i18n/routing";
import type { listIssued } from "@/lib/credentials/list-issued";
import { REVOCATION_REASONS } from "@/lib/credentials/revoke-by-person";
import { revokeAction } from "./actions";

type Issued = Awaited<ReturnType<typeof listIssued>>["credentials"][number];

/** Whose it is, how it stands, and the way to revoke it. */
export async function IssuedRow({ credential, locale }: { credential: Issued; locale: Locale }) {
  const t = await getTranslations("admin.credentials");
  const reasons = await getTranslations("skill.credential.reasons");
  const format = await getFormatter();
  const { id, title, issuedAt, validUntil, revokedAt, revocationReason, user } = credential;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const known = revocationReason !== null && reasons.has(revocationReason);
  return (
    <li className="grid gap-2 px-4 py-3">
      <p className="font-medium">
        <a className="text-accent underline" href={`/credentials/${id}?format=html`}>
          {title[locale]}
        </a>
        <span className="font-normal text-muted text-sm">
          {" · "}
          {user.name} ({user.email})
        </span>
      </p>
      <p className={revokedAt ? "text-bad text-sm" : "text-muted text-sm"}>
        {revokedAt
          ? `${t("revokedOn", { date: day(revokedAt) })} ${known ? reasons(revocationReason as "other") : ""}`
          : t(validUntil ? "validUntil" : "issuedOn", {
              ...{ date: day(issuedAt), until: day(validUntil ?? issuedAt) },
            })}
      </p>
      {revokedAt ? null : (
        <details>
          <summary className="cursor-pointer text-sm">{t("revoke")}</summary>
          <div className="mt-2 max-w-xl">
            <Form action={revokeAction} summary={t("summary")} prefix={`revoke-${id}-`}>
              <input type="hidden" name="credential" value={id} />
              <SelectField
                name="reason"
                label={t("reason")}
                options={REVOCATION_REASONS.map((value) => ({ value, label: reasons(value) }))}
              />
              <TextAreaField
                name="note"
                label={t("note")}
                hint={t("noteHint")}
                rows={3}
                maxLength={2000}
              />
              <SubmitButton variant="danger" className="justify-self-start">
                {t("revokeSubmit")}
              </SubmitButton>
            </Form>
          </div>
        </details>
      )}
    </li>
  );
}
