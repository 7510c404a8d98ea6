import { getFormatter, getTranslations } from "next-intl/server";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { Link } from "@/i18n/navigation";
import type { listAttempts } from "@/lib/quiz/list-attempts";

type Past = Awaited<ReturnType<typeof listAttempts>>["past"];

/** Attempts that are handed in, newest first. */
export async function PastAttempts({ attempts }: { attempts: Past }) {
  if (attempts.length === 0) return null;
  const t = await getTranslations("quiz");
  const format = await getFormatter();
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t("past")}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {attempts.map(({ id, startedAt, verdict, score }) => (
          <li
            key={id}
            className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-surface"
          >
            <Link href={`/attempts/${id}`} className="flex-1 text-sm after:absolute after:inset-0">
              {format.dateTime(new Date(startedAt), { dateStyle: "medium", timeStyle: "short" })}
            </Link>
            {score === null ? null : (
              <span className="text-sm tabular-nums">
                {format.number(score, { style: "percent" })}
              </span>
            )}
            {verdict ? (
              <VerdictMark verdict={verdict} />
            ) : (
              <span className="text-muted text-sm">{t("judging")}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
