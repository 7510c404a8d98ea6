import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/i18n/routing";
import type { OwnImport } from "@/lib/candidates/read-import";
import { settleAction } from "../actions";
import { sectionsOf } from "./sections-of";

type Props = { read: OwnImport; locale: Locale };

/** What was read beside what the profile holds; each part is taken or left. */
export async function Proposal({ read, locale }: Props) {
  const t = await getTranslations("candidate.import");
  const summary = (await getTranslations("candidate"))("summary");
  const sections = sectionsOf(read, locale);
  return (
    <Form action={settleAction} summary={summary} className="grid gap-6">
      <input type="hidden" name="id" value={read.id} />
      {sections.length === 0 ? <EmptyNote>{t("nothingRead")}</EmptyNote> : null}
      {sections.map(({ key, proposed, present }) => (
        <section key={key} aria-labelledby={key} className="grid gap-3">
          <h2 id={key} className="border-line border-b pb-1 font-semibold">
            {t(`parts.${key}`)}
          </h2>
          <div className="grid gap-4 md:grid-cols-2">
            <div className="grid min-w-0 content-start gap-2">
              <h3 className="text-muted text-sm">{t("proposed")}</h3>
              {proposed.map(({ name, title, more, isNew }) => (
                <CheckField
                  key={name}
                  name={`part.${name}`}
                  defaultChecked={isNew}
                  label={
                    <span className="grid min-w-0">
                      <span className="whitespace-pre-line break-words">{title}</span>
                      {more ? (
                        <span className="whitespace-pre-line break-words text-muted text-sm">
                          {more}
                        </span>
                      ) : null}
                      {key === "claims" ? (
                        <span className="text-muted text-sm">{t("claimLevel")}</span>
                      ) : null}
                    </span>
                  }
                />
              ))}
            </div>
            <div className="grid min-w-0 content-start gap-2">
              <h3 className="text-muted text-sm">{t("present")}</h3>
              {present.length === 0 ? <p className="text-muted">{t("nothing")}</p> : null}
              {present.map((line) => (
                <p key={line} className="whitespace-pre-line break-words">
                  {line}
                </p>
              ))}
            </div>
          </div>
        </section>
      ))}
      <div className="flex flex-wrap gap-2">
        {sections.length > 0 ? <SubmitButton>{t("take")}</SubmitButton> : null}
        <Button type="submit" variant="secondary" name="act" value="discard">
          {t("discard")}
        </Button>
      </div>
    </Form>
  );
}
