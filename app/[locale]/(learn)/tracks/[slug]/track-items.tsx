import { getLocale, getTranslations } from "next-intl/server";
import { StateMark } from "@/components/ui/state-mark";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { TrackItem } from "@/lib/tracks/read-track";

/** Lessons and challenges in order, with how far one is. */
export async function TrackItems({ track, items }: { track: string; items: TrackItem[] }) {
  const t = await getTranslations("track");
  const common = await getTranslations("common");
  const locale = (await getLocale()) as Locale;
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-raised">
      {items.map((item) => (
        <li
          key={`${item.type}/${item.slug}`}
          className="relative grid grid-cols-[1fr_auto] items-center gap-x-4 px-4 py-3 hover:bg-surface sm:grid-cols-[6rem_1fr_5rem_7rem]"
        >
          <span className="col-span-2 text-muted text-xs sm:col-span-1">{t(item.type)}</span>
          <Link
            href={
              item.type === "lesson"
                ? `/tracks/${track}/lessons/${item.slug}`
                : `/challenges/${item.slug}`
            }
            className="font-medium after:absolute after:inset-0"
          >
            {item.title[locale]}
          </Link>
          <span className="hidden text-muted text-sm tabular-nums sm:block">
            {common("minutes", { n: item.minutes })}
          </span>
          {item.type === "lesson" ? (
            <StateMark
              state={item.done ? "passed" : "new"}
              label={t(item.done ? "read" : "unread")}
            />
          ) : (
            <StateMark state={item.state} label={common(`state.${item.state}`)} />
          )}
        </li>
      ))}
    </ol>
  );
}
