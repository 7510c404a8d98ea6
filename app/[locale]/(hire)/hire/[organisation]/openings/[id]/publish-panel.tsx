import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { OpeningRef } from "@/lib/openings/opening-where";
import type { OwnOpening } from "@/lib/openings/read-opening";
import { closeAction, deleteAction, publishAction } from "./actions";
import { RefFields } from "./ref-fields";

type Props = { opening: OwnOpening; ids: OpeningRef };

/** Open it, close it, or throw a draft away. */
export async function PublishPanel({ opening, ids }: Props) {
  const t = await getTranslations("openings");
  const { status } = opening;
  return (
    <section
      aria-labelledby="publish"
      className="grid max-w-2xl gap-4 rounded-lg border border-line bg-raised p-4"
    >
      <h2 id="publish" className="font-semibold text-lg">
        {t("publish.title")}
      </h2>
      {status === "open" ? null : <Publish opening={opening} ids={ids} />}
      {status === "open" ? (
        <Form action={closeAction} summary={t("edit.summary")} prefix="close-">
          <RefFields {...ids} />
          <SubmitButton variant="danger" className="justify-self-start">
            {t("publish.close")}
          </SubmitButton>
        </Form>
      ) : null}
      {status === "draft" ? (
        <Form action={deleteAction} summary={t("edit.summary")} prefix="delete-">
          <RefFields {...ids} />
          <SubmitButton variant="danger" className="justify-self-start">
            {t("publish.delete")}
          </SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

async function Publish({ opening, ids }: Props) {
  const t = await getTranslations("openings.publish");
  const errors = await getTranslations("errors");
  const edit = await getTranslations("openings.edit");
  const { problems, warnings, organisation, status } = opening;
  if (!organisation.verified) return <p>{t("unverified")}</p>;
  if (problems.length > 0) {
    return (
      <div>
        <p>{t("missing")}</p>
        <ul className="list-disc pl-5">
          {problems.map(({ path, code }) => (
            <li key={path}>{errors(code)}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <Form action={publishAction} summary={edit("summary")} prefix="publish-">
      <RefFields {...ids} />
      <p className="text-muted text-sm">{t("lead")}</p>
      {warnings.length > 0 ? (
        <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
      ) : null}
      <SubmitButton className="justify-self-start">
        {t(status === "draft" ? "act" : "again")}
      </SubmitButton>
    </Form>
  );
}
