import { getTranslations } from "next-intl/server";
import { ConditionText } from "@/components/matching/condition-text";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/i18n/routing";
import type { ShownRanking } from "@/lib/matching/rankings/show-ranking";
import { rankAgainAction } from "./actions";

type Props = { ranking: ShownRanking; organisation: string; locale: Locale };

/** How many may be found, how many are left, and what each condition costs; each can be dropped. */
export async function Conditions({ ranking, organisation, locale }: Props) {
  const t = await getTranslations("matching");
  const summary = (await getTranslations("account"))("summary");
  const { costs, id, rows, gone } = ranking;
  if (!costs) return null;
  const count = (value: number | "few") => (value === "few" ? t("costs.few") : String(value));
  return (
    <section className="rounded-lg border border-line bg-surface p-4">
      <p>
        {t("costs.found", { findable: count(costs.findable), left: count(costs.left) })}{" "}
        {gone > 0 ? t("costs.gone", { count: gone }) : ""}
      </p>
      {costs.conditions.length > 0 ? (
        <ul className="mt-3 grid gap-2">
          {costs.conditions.map(({ condition, removed }, at) => (
            <li
              key={JSON.stringify(condition)}
              className="flex flex-wrap items-center gap-x-4 gap-y-1"
            >
              <span className="min-w-0 flex-1 break-words">
                <ConditionText condition={condition} title={ranking.title} locale={locale} />
                <span className="block text-muted text-sm">
                  {removed === 0
                    ? t("costs.removedNone")
                    : t("costs.removed", { count: count(removed) })}
                </span>
              </span>
              <Form action={rankAgainAction} summary={summary} prefix={`relax-${at}-`}>
                <input type="hidden" name="organisation" value={organisation} />
                <input type="hidden" name="ranking" value={id} />
                <input type="hidden" name="without" value={at} />
                <SubmitButton variant="secondary">{t("costs.drop")}</SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      {rows.length === 0 ? (
        <div className="mt-4">
          <EmptyNote>{t(costs.findable === 0 ? "costs.nobody" : "costs.empty")}</EmptyNote>
        </div>
      ) : null}
    </section>
  );
}
