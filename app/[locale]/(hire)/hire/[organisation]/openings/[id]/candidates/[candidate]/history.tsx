import { getFormatter, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { CandidacyRef } from "@/lib/hiring/candidacy-where";
import type { OpenedCandidacy } from "@/lib/hiring/read-candidacy";
import { noteAction } from "./actions";
import { CandidateFields } from "./candidate-fields";

type Props = { events: OpenedCandidacy["events"]; ids: CandidacyRef };

/** Notes and decisions with their reasons, oldest first; nothing of it is ever changed. */
export async function History({ events, ids }: Props) {
  const t = await getTranslations("hiring");
  const format = await getFormatter();
  const said = ({ kind, stage, byCandidate, member }: OpenedCandidacy["events"][number]) => {
    const who = member ?? t("events.gone");
    if (kind === "note") return t("events.note", { who });
    if (kind === "unmasked") return t("events.unmasked", { who });
    const named = stage ? t(`stages.${stage}`) : "";
    if (byCandidate) return t("events.stageByCandidate", { stage: named });
    return t(`events.${kind}`, { who, stage: named });
  };
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-lg">{t("note.title")}</h2>
      {events.length === 0 ? <p className="text-muted">{t("note.empty")}</p> : null}
      <ol className="grid gap-3">
        {events.map((event) => (
          <li key={event.id} className="min-w-0 border-line border-l-2 pl-3 text-sm">
            <p className="break-words font-medium">{said(event)}</p>
            <p className="text-muted">
              {format.dateTime(event.at, { dateStyle: "medium", timeStyle: "short" })}
            </p>
            {event.text ? <p className="whitespace-pre-line break-words">{event.text}</p> : null}
          </li>
        ))}
      </ol>
      <Form action={noteAction} summary={t("summary")} prefix="note-">
        <CandidateFields {...ids} />
        <TextAreaField name="text" label={t("note.label")} hint={t("note.hint")} rows={3} />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("note.act")}
        </SubmitButton>
      </Form>
    </section>
  );
}
