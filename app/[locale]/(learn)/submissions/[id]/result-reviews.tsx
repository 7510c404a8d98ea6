import { getTranslations } from "next-intl/server";
import { ReviewCard } from "@/components/projects/review-card";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ResultView } from "@/lib/projects/read-result";
import { helpfulAction } from "./project-actions";

type Props = { id: string; result: ResultView; own: boolean };

/** Every review of the piece, without its reviewer's name; the author says how it helped. */
export async function ResultReviews({ id, result, own }: Props) {
  const t = await getTranslations("project.result");
  const choices = [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: t(`helpful.${n}`) }));
  let peer = 0;
  return (
    <section className="grid gap-4" aria-labelledby="reviews">
      <h2 id="reviews" className="font-semibold text-lg">
        {t("reviews")}
      </h2>
      {result.reviews.map((review) => (
        <ReviewCard
          key={review.id}
          title={review.role === "peer" ? t("reviewer", { n: ++peer }) : t(review.role)}
          rubric={result.rubric}
          marks={review.marks}
          note={
            review.counted ? null : <span className="text-muted text-sm">{t("uncounted")}</span>
          }
        >
          {own ? (
            <Form
              action={helpfulAction}
              summary={t("summary")}
              prefix={`helpful-${review.id}-`}
              className="flex flex-wrap items-end gap-3"
            >
              <input type="hidden" name="review" value={review.id} />
              <input type="hidden" name="submission" value={id} />
              <SelectField
                name="helpful"
                label={t("helpfulAsk")}
                options={choices}
                defaultValue={String(review.helpful ?? 3)}
              />
              <SubmitButton variant="secondary">{t("rate")}</SubmitButton>
            </Form>
          ) : null}
        </ReviewCard>
      ))}
    </section>
  );
}
