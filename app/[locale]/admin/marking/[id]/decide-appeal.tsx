import { getTranslations } from "next-intl/server";
import { MarksFields, type ShownCriterion } from "@/components/projects/marks-fields";
import { ProjectMessages } from "@/components/projects/messages";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { readMarking } from "@/lib/projects/read-marking";
import { appealDecisionAction } from "../actions";

type Props = { piece: Awaited<ReturnType<typeof readMarking>>; criteria: ShownCriterion[] };

/** An author's objection, and staff's answer to it. */
export async function DecideAppeal({ piece, criteria }: Props) {
  const t = await getTranslations("project.marking");
  const appeals = await getTranslations("project.appeal");
  const { appeal } = piece;
  if (!appeal) return null;
  return (
    <section className="grid gap-4 rounded-lg border border-warn bg-warn-soft p-4">
      <div>
        <h2 className="mb-1 font-semibold">{appeals(`status.${appeal.status}`)}</h2>
        <p className="whitespace-pre-line break-words text-sm">{appeal.text}</p>
        {appeal.answer ? (
          <p className="mt-2 whitespace-pre-line break-words text-sm">
            <span className="font-medium">{appeals("answer")}</span> {appeal.answer}
          </p>
        ) : null}
      </div>
      {appeal.status === "open" ? (
        <ProjectMessages>
          <Form action={appealDecisionAction} summary={t("summary")} prefix="appeal-">
            <input type="hidden" name="piece" value={piece.id} />
            <TextAreaField name="answer" label={t("answer")} rows={4} maxLength={4000} />
            <details>
              <summary className="cursor-pointer py-1 font-medium text-sm">{t("newMarks")}</summary>
              <p className="my-2 text-sm">{t("newMarksLead")}</p>
              <MarksFields criteria={criteria} marks={piece.marks} commentMin={piece.commentMin} />
            </details>
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="decision" value="uphold">
                {t("uphold")}
              </SubmitButton>
              <SubmitButton name="decision" value="decline" variant="secondary">
                {t("decline")}
              </SubmitButton>
            </div>
          </Form>
        </ProjectMessages>
      ) : null}
    </section>
  );
}
