import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { VerdictWord } from "@/lib/grading/events";
import { VerdictMark } from "../ui/verdict-mark";

type Own = {
  id: string;
  createdAt: string;
  verdict: VerdictWord | null;
  best: boolean;
  /** What it reached, as it is shown. */
  reached: string | null;
};

/** What one handed in, newest first. */
export async function OwnFiles({ title, own }: { title: string; own: Own[] }) {
  if (own.length === 0) return null;
  const t = await getTranslations("upload");
  const format = await getFormatter();
  return (
    <section>
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {own.map(({ id, createdAt, verdict, best, reached }) => (
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
            {best ? <span className="text-muted text-xs">{t("best")}</span> : null}
            {reached ? <span className="text-sm tabular-nums">{reached}</span> : null}
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
