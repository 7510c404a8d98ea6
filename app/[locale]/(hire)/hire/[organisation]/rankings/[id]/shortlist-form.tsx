import { getTranslations } from "next-intl/server";
import { shortlistAction } from "@/app/_session/shortlist-action";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/i18n/routing";
import { titleIn } from "@/lib/openings/opening-texts";

type Opening = { id: string; titleEn: string; titleZh: string };
type Props = {
  organisation: string;
  candidate: string;
  openings: Opening[];
  /** Lets the opening be chosen, where the page does not say which it is. */
  choose?: boolean;
  locale: Locale;
};

/** Puts a candidate on an opening's shortlist. */
export async function ShortlistForm({ choose, openings, locale, ...ids }: Props) {
  const { organisation, candidate } = ids;
  const t = await getTranslations("matching");
  const [only] = openings;
  if (!only) return null;
  return (
    <Form
      action={shortlistAction}
      summary={(await getTranslations("account"))("summary")}
      prefix={`shortlist-${candidate}-`}
      className="grid gap-3 justify-items-start"
    >
      <input type="hidden" name="organisation" value={organisation} />
      <input type="hidden" name="candidate" value={candidate} />
      {choose ? (
        <SelectField
          name="opening"
          label={t("opened.opening")}
          options={openings.map((one) => ({
            value: one.id,
            label: titleIn(one, locale) || one.id,
          }))}
        />
      ) : (
        <input type="hidden" name="opening" value={only.id} />
      )}
      <SubmitButton variant="secondary">{t("row.shortlist")}</SubmitButton>
    </Form>
  );
}
