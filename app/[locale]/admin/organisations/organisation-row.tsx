import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { OWNERLESS } from "@/lib/organisations/close-ownerless";
import type { listOrganisations } from "@/lib/organisations/list-organisations";
import { appointAction, restoreAction, suspendAction, verifyAction } from "./actions";

type Organisation = Awaited<ReturnType<typeof listOrganisations>>["organisations"][number];

/** Who it says it is, who answers for it, and what an admin may do about it. */
export async function OrganisationRow({ organisation }: { organisation: Organisation }) {
  const t = await getTranslations("organisations");
  const format = await getFormatter();
  const { id, name, slug, website, about, domain, status, suspendedWhy, owners } = organisation;
  const founded = format.dateTime(organisation.createdAt, { dateStyle: "medium" });
  const counts = { members: organisation.members, openings: organisation.openings };
  const why = suspendedWhy === OWNERLESS ? t("ownerless") : suspendedWhy;
  return (
    <li className="grid gap-2 px-4 py-3 text-sm">
      <p className="break-words font-medium text-base">
        {name} <span className="font-mono font-normal text-muted text-sm">{slug}</span>
      </p>
      <p className="break-words text-muted">
        {t(`status.${status}`)}
        {domain ? ` · ${domain}` : ""} · {founded} · {t("admin.counts", counts)}
      </p>
      <p className="break-words">
        {owners.map((owner) => `${owner.name} (${owner.email})`).join(", ") || t("admin.noOwner")}
      </p>
      {website ? <p className="break-all text-muted">{website}</p> : null}
      {about ? <p className="line-clamp-3 break-words text-muted">{about}</p> : null}
      {status === "suspended" ? <p className="break-words text-bad">{why}</p> : null}
      {owners.length === 0 ? (
        <Act id={id} act="appoint" action={appointAction}>
          <Field name="email" type="email" label={t("admin.ownerEmail")} required />
        </Act>
      ) : null}
      {status === "unverified" ? (
        <Act id={id} act="verify" action={verifyAction}>
          <TextAreaField name="note" label={t("admin.note")} rows={2} maxLength={2000} required />
        </Act>
      ) : null}
      {status === "suspended" ? (
        <Act id={id} act="restore" action={restoreAction}>
          {null}
        </Act>
      ) : (
        <Act id={id} act="suspend" action={suspendAction}>
          <TextAreaField
            name="reason"
            label={t("admin.reason")}
            hint={t("admin.reasonHint")}
            rows={2}
            maxLength={2000}
            required
          />
        </Act>
      )}
    </li>
  );
}

type ActProps = {
  id: string;
  act: "verify" | "suspend" | "restore" | "appoint";
  action: FormAction;
  children: ReactNode;
};

async function Act({ id, act, action, children }: ActProps) {
  const t = await getTranslations("organisations");
  return (
    <details>
      <summary className="cursor-pointer">{t(`admin.${act}`)}</summary>
      <div className="mt-2 max-w-xl">
        <Form action={action} summary={t("summary")} prefix={`${act}-${id}-`}>
          <input type="hidden" name="organisation" value={id} />
          {children}
          <SubmitButton
            variant={act === "suspend" ? "danger" : "secondary"}
            className="justify-self-start"
          >
            {t(`admin.${act}Submit`)}
          </SubmitButton>
        </Form>
      </div>
    </details>
  );
}
