import { getFormatter, getTranslations } from "next-intl/server";
import { FactList } from "@/components/ui/fact-list";
import type { LiveMethod } from "@/lib/skills/read-method";

/** How well skills are measured on this installation, as the workers found it last. */
export async function LiveFigures({ live }: { live: LiveMethod | null }) {
  const t = await getTranslations("skill.methodPage.figures");
  const format = await getFormatter();
  return (
    <section className="mt-8 rounded-lg border border-line bg-raised p-4">
      <h2 className="mb-2 font-semibold text-lg">{t("title")}</h2>
      {live ? (
        <>
          <FactList facts={await factsOf(live)} />
          <p className="mt-3 text-muted text-sm">
            {t("at", { at: format.dateTime(new Date(live.at), { dateStyle: "long" }) })}
          </p>
        </>
      ) : (
        <p className="text-muted">{t("none")}</p>
      )}
    </section>
  );
}

async function factsOf({
  learners,
  estimates,
  medianBand,
  calibrated,
  fitting,
  flags,
}: LiveMethod) {
  const t = await getTranslations("skill.methodPage.figures");
  const format = await getFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  return [
    [t("learners"), number(learners)],
    [t("estimates"), number(estimates)],
    [t("medianBand"), medianBand === null ? t("unknown") : t("points", { n: number(medianBand) })],
    [t("calibrated"), number(calibrated)],
    [t("fitting"), fitting === null ? t("unknown") : format.number(fitting, { style: "percent" })],
    [t("flags"), number(flags)],
  ] as const;
}
