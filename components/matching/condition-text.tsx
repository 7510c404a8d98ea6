import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "@/lib/candidates/code-names";
import type { Localized } from "@/lib/content/schemas";
import type { Condition } from "@/lib/matching/score/match-request";

type Props = { condition: Condition; title: (slug: string) => Localized; locale: "en" | "zh" };

/** A condition in words. */
export async function ConditionText({ condition, title, locale }: Props) {
  const t = await getTranslations("matching");
  const reader = await getLocale();
  switch (condition.kind) {
    case "country":
      return t("conditions.country", { country: nameOf("region", condition.country, reader) });
    case "work_place": {
      const places = condition.places.map((place) => t(`workPlaces.${place}`)).join(" / ");
      return t("conditions.work_place", { places });
    }
    case "language":
      return t("conditions.language", {
        language: nameOf("language", condition.language, reader),
        level: t(`languageLevels.${condition.level}`),
      });
    case "availability":
      return t("conditions.availability", { at: t(`availability.${condition.atLatest}`) });
    case "experience":
      return t("conditions.experience", { years: condition.months / 12 });
    case "skill":
      return t("conditions.skill", {
        skill: title(condition.slug)[locale],
        level: condition.level,
      });
  }
}
