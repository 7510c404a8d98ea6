import { getTranslations } from "next-intl/server";
import { CheckField } from "@/components/ui/check-field";
import { Field } from "@/components/ui/field";
import { MATCH_PARTS, WEIGHT_LIMITS } from "@/lib/openings/match-weights";
import type { OwnOpening } from "@/lib/openings/read-opening";
import { Part } from "./part";

const hundredths = (share: number) => Math.round(share * 100);

/** How candidates are ordered, and who sees whom. */
export async function MatchFields({ opening }: { opening: OwnOpening }) {
  const t = await getTranslations("openings.edit");
  const limits = Object.fromEntries(
    MATCH_PARTS.flatMap((part) => [
      [part, hundredths(WEIGHT_LIMITS[part].min)],
      [`${part}Max`, hundredths(WEIGHT_LIMITS[part].max)],
    ]),
  );
  return (
    <>
      <Part title={t("match")} lead={t("matchLead", limits)}>
        <div className="grid gap-4 sm:grid-cols-3 lg:max-w-3xl">
          {MATCH_PARTS.map((part) => (
            <Field
              key={part}
              name={`weights.${part}`}
              label={t(`parts.${part}`)}
              type="number"
              min={hundredths(WEIGHT_LIMITS[part].min)}
              max={hundredths(WEIGHT_LIMITS[part].max)}
              defaultValue={hundredths(opening.weights[part])}
            />
          ))}
        </div>
      </Part>
      <Part title={t("visibility")}>
        <CheckField name="public" label={t("public")} defaultChecked={opening.public} />
        <CheckField name="blind" label={t("blind")} defaultChecked={opening.blind} />
        {opening.organisation.blind ? (
          <p className="text-muted text-sm">{t("blindAlways")}</p>
        ) : null}
      </Part>
    </>
  );
}
