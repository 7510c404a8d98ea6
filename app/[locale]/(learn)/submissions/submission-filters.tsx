import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { VERDICTS } from "@/lib/grading/events";

type Props = {
  challenges: { slug: string; title: string }[];
  chosen: { challenge?: string; verdict?: string };
};

const SELECT = "min-h-9 rounded-md border border-edge bg-raised px-2 text-ink text-sm";

/** A plain form in the address, so that a filtered list can be kept and shared. */
export async function SubmissionFilters({ challenges, chosen }: Props) {
  const t = await getTranslations("submission");
  const common = await getTranslations("common");
  const locale = await getLocale();
  return (
    <form action={`/${locale}/submissions`} className="mb-4 flex flex-wrap items-end gap-3">
      <label className="grid gap-1 text-muted text-sm">
        {t("challenge")}
        <select name="challenge" defaultValue={chosen.challenge ?? ""} className={SELECT}>
          <option value="">{t("all")}</option>
          {challenges.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-muted text-sm">
        {t("verdict")}
        <select name="verdict" defaultValue={chosen.verdict ?? ""} className={SELECT}>
          <option value="">{t("all")}</option>
          {VERDICTS.map((word) => (
            <option key={word} value={word}>
              {common(`verdict.${word}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" variant="secondary">
        {t("filter")}
      </Button>
    </form>
  );
}
