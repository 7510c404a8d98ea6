import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { WorkView } from "@/lib/projects/read-work";
import { EVEN_SHARE, STATEMENT_MIN } from "@/lib/projects/save-contribution";
import { contributionAction, inviteMemberAction, leaveAction } from "./project-actions";

type Piece = NonNullable<WorkView["piece"]>;
type Props = { slug: string; piece: Piece; team: { min: number; max: number } };

/** Who works on a piece, the way in for others, and what each member says of the work. */
export async function TeamPanel({ slug, piece, team }: Props) {
  const t = await getTranslations("project.team");
  const ids = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="piece" value={piece.id} />
    </>
  );
  const full = piece.members.length >= team.max;
  return (
    <section className="grid gap-4 rounded-lg border border-line bg-raised p-4 sm:p-5">
      <h2 className="font-semibold">{t("title", { n: piece.members.length, max: team.max })}</h2>
      <ul className="divide-y divide-line text-sm">
        {piece.members.map(({ id, name, own, ready }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-3 py-1.5">
            <span>
              {name}
              {own ? <span className="text-muted"> {t("you")}</span> : null}
            </span>
            <span className={ready ? "text-good" : "text-muted"}>
              {t(ready ? "ready" : "notReady")}
            </span>
          </li>
        ))}
      </ul>
      {piece.draft ? (
        <>
          {full ? null : (
            <Form action={inviteMemberAction} summary={t("summary")} prefix="invite-">
              {ids}
              <p className="text-muted text-sm">{t("inviteNote")}</p>
              <SubmitButton variant="secondary" className="justify-self-start">
                {t("invite")}
              </SubmitButton>
            </Form>
          )}
          <Contribution ids={ids} piece={piece} />
          <Form action={leaveAction} summary={t("summary")} prefix="leave-">
            {ids}
            <SubmitButton variant="danger" className="justify-self-start">
              {t(piece.members.length > 1 ? "leave" : "discard")}
            </SubmitButton>
          </Form>
        </>
      ) : null}
    </section>
  );
}

async function Contribution({ ids, piece }: { ids: ReactNode; piece: Piece }) {
  const t = await getTranslations("project.team");
  const mates = piece.members.filter(({ own }) => !own);
  return (
    <Form action={contributionAction} summary={t("summary")} prefix="share-">
      {ids}
      <TextAreaField
        name="statement"
        label={t("statement")}
        hint={t("statementHint", { min: STATEMENT_MIN })}
        rows={5}
        maxLength={4000}
        defaultValue={piece.statement}
      />
      {mates.map(({ id, name, share }) => (
        <Field
          key={id}
          name={`share.${id}`}
          label={t("share", { name })}
          inputMode="numeric"
          defaultValue={share ?? EVEN_SHARE}
        />
      ))}
      {mates.length > 0 ? <p className="text-muted text-sm">{t("shareHint")}</p> : null}
      <SubmitButton variant="secondary" className="justify-self-start">
        {t("saveContribution")}
      </SubmitButton>
    </Form>
  );
}
