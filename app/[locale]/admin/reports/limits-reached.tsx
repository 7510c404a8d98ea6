import { getFormatter, getTranslations } from "next-intl/server";
import { EmptyNote } from "@/components/ui/empty-note";
import { Link } from "@/i18n/navigation";
import {
  type LimitsReached,
  REPEATEDLY,
  WATCHED_DAYS,
} from "@/lib/organisations/list-limits-reached";

/** Who may be sending spam or copying people's data: an admin looks, and may suspend it. */
export async function LimitsReachedList({ organisations }: { organisations: LimitsReached[] }) {
  const t = await getTranslations("organisations.limits");
  const status = await getTranslations("organisations.status");
  const format = await getFormatter();
  return (
    <section aria-labelledby="limits" className="mt-10 grid gap-3">
      <h2 id="limits" className="font-semibold">
        {t("title")}
      </h2>
      <p className="text-muted text-sm">{t("lead", { days: WATCHED_DAYS })}</p>
      {organisations.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {organisations.map(({ id, slug, name, status: standing, days, limits, lastAt }) => (
          <li key={id} className="grid gap-1 px-4 py-3 text-sm">
            <p className="break-words">
              <Link
                href={{ pathname: "/admin/organisations", query: { search: slug } }}
                className="font-medium text-accent underline"
              >
                {name}
              </Link>{" "}
              <span className="text-muted">· {status(standing)}</span>
              {days >= REPEATEDLY ? <span className="text-bad"> · {t("repeatedly")}</span> : null}
            </p>
            <p className="text-muted">
              {limits.map((limit) => t(limit)).join(", ")}{" "}
              {t("days", { n: days, at: format.dateTime(lastAt, { dateStyle: "medium" }) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
