import { getFormatter, getTranslations } from "next-intl/server";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { Link } from "@/i18n/navigation";
import type { WorkView } from "@/lib/projects/read-work";

/** Pieces that are handed in, newest first. */
export async function PastWork({ past }: { past: WorkView["past"] }) {
  if (past.length === 0) return null;
  const t = await getTranslations("project");
  const common = await getTranslations("common");
  const format = await getFormatter();
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t("past")}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {past.map(({ id, createdAt, status, verdict, score }) => (
          <li
            key={id}
            className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-surface"
          >
            <Link
              href={`/submissions/${id}`}
              className="flex-1 text-sm after:absolute after:inset-0"
            >
              {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
            </Link>
            {score === null ? null : (
              <span className="text-sm tabular-nums">
                {format.number(score, { style: "percent" })}
              </span>
            )}
            {verdict ? (
              <VerdictMark verdict={verdict} />
            ) : (
              <span className="text-muted text-sm">{common(`status.${status}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
