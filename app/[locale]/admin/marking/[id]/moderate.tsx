import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { readMarking } from "@/lib/projects/read-marking";
import { moderateAction } from "../actions";

type Piece = Awaited<ReturnType<typeof readMarking>>;

/** Lets the marks out, with or without those that lie apart. */
export async function Moderate({ piece }: { piece: Piece }) {
  const t = await getTranslations("project.marking");
  const peers = piece.reviews.filter(({ role }) => role === "peer");
  return (
    <section className="rounded-lg border border-warn bg-warn-soft p-4">
      <h2 className="mb-1 font-semibold">{t("moderate")}</h2>
      <p className="mb-3 text-sm">{t("moderateLead")}</p>
      <Form action={moderateAction} summary={t("summary")} prefix="moderate-">
        <input type="hidden" name="piece" value={piece.id} />
        <fieldset className="grid gap-1 text-sm">
          <legend className="sr-only">{t("moderate")}</legend>
          {[...peers.entries()].map(([index, { id, reviewer, apart }]) =>
            apart ? (
              <label key={id} className="flex min-h-7 items-center gap-2">
                <input type="checkbox" name="exclude" value={id} className="size-4 accent-accent" />
                {t("exclude", { n: index + 1, name: reviewer ?? t("gone") })}
              </label>
            ) : null,
          )}
        </fieldset>
        <SubmitButton className="justify-self-start">{t("release")}</SubmitButton>
      </Form>
    </section>
  );
}
