import { getTranslations } from "next-intl/server";
import { OFFERED_LANGUAGES } from "@/components/openings/opening-words";
import { Button } from "@/components/ui/button";
import { inputClass } from "@/components/ui/input";
import { WORK_PLACES } from "@/lib/candidates/choices";
import type { OpeningFilters } from "@/lib/openings/list-public-openings";

type Props = { filters: OpeningFilters; locale: string };

/** A plain form in the address: it works without scripts, and a search can be kept and shared. */
export async function OpeningFilterForm({ filters, locale }: Props) {
  const t = await getTranslations("openings");
  return (
    <search>
      <form
        action={`/${locale}/openings`}
        className="mb-6 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
      >
        <label className="grid min-w-0 gap-1 text-muted text-sm">
          {t("search")}
          <input name="search" defaultValue={filters.search} className={inputClass} />
        </label>
        <label className="grid min-w-0 gap-1 text-muted text-sm">
          {t("place")}
          <input name="place" defaultValue={filters.place} className={inputClass} />
        </label>
        <label className="grid min-w-0 gap-1 text-muted text-sm">
          {t("work")}
          <select name="work" defaultValue={filters.work ?? ""} className={inputClass}>
            <option value="">{t("any")}</option>
            {WORK_PLACES.map((one) => (
              <option key={one} value={one}>
                {t(`workPlaces.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid min-w-0 gap-1 text-muted text-sm">
          {t("language")}
          <select name="language" defaultValue={filters.language ?? ""} className={inputClass}>
            <option value="">{t("any")}</option>
            {OFFERED_LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {t(`languages.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" variant="secondary">
          {t("filter")}
        </Button>
      </form>
    </search>
  );
}
