import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { OwnFit as Fit } from "@/lib/roles/read-own-fit";

type Path = Fit["path"];
type Props = { path: Path; locale: Locale };

const HOUR = 60;

/** What to do, in order, to meet the role; and what this installation has nothing for. */
export async function RolePath({ path, locale }: Props) {
  const t = await getTranslations("role.path");
  const format = await getFormatter();
  const { minutes, steps, untaught, short } = path;
  const length =
    minutes < 2 * HOUR
      ? t("minutes", { n: minutes })
      : t("hours", { n: format.number(minutes / HOUR, { maximumFractionDigits: 0 }) });
  const names = untaught.map((title) => title[locale]);
  const unmet = untaught.length + short.length > 0;
  return (
    <section className="rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold">{t("title")}</h2>
      {steps.length > 0 ? (
        <p className="mb-2 max-w-prose text-muted text-sm">
          {t("lead", { steps: steps.length, length })}
        </p>
      ) : (
        <p className="mb-2">{t(unmet ? "noneHere" : "none")}</p>
      )}
      <ol className="divide-y divide-line">
        {steps.map((step) => (
          <Step key={step.id} step={step} locale={locale} />
        ))}
      </ol>
      {unmet ? (
        <ul className="mt-4 grid gap-1 border-warn border-l-4 pl-3 text-sm">
          {names.length > 0 ? (
            <li>{t("untaught", { skills: format.list(names, { type: "conjunction" }) })}</li>
          ) : null}
          {short.map(({ title, level }) => (
            <li key={title.en}>{t("short", { skill: title[locale], level: Math.round(level) })}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

async function Step({ step, locale }: { step: Path["steps"][number]; locale: Locale }) {
  const t = await getTranslations("role.path");
  const { type, title, href, minutes, moves, before } = step;
  return (
    <li className="grid gap-x-4 py-2 sm:grid-cols-[4rem_minmax(0,1fr)_5rem]">
      <span className="text-muted text-xs sm:pt-1">{t(type)}</span>
      <div>
        <Link href={href} className="font-medium text-accent underline">
          {title[locale]}
        </Link>
        <p className="text-muted text-sm">
          {moves
            ? t("moves", {
                skill: moves.title[locale],
                ...{ from: Math.round(moves.from), to: Math.round(moves.to) },
              })
            : before
              ? t("before", { title: before[locale] })
              : null}
        </p>
      </div>
      <span className="text-muted text-sm tabular-nums sm:text-right">
        {t("minutes", { n: minutes })}
      </span>
    </li>
  );
}
