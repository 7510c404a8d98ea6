import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { TrackView } from "@/lib/tracks/read-track";
import { Progress } from "./ui/progress";

/** A track at a glance: for whom, how long, how far. */
export async function TrackCard({ track }: { track: TrackView }) {
  const t = await getTranslations("track");
  const locale = (await getLocale()) as Locale;
  const { done, total, minutes } = track.progress;
  const lessons = track.items.filter((item) => item.type === "lesson").length;
  return (
    <article className="relative flex h-full flex-col gap-3 rounded-lg border border-line bg-raised p-5">
      <h2 className="font-semibold text-lg">
        <Link href={`/tracks/${track.slug}`} className="after:absolute after:inset-0">
          {track.title[locale]}
        </Link>
      </h2>
      <p>{track.summary[locale]}</p>
      <p className="text-muted text-sm">
        {t("audience")}
        {locale === "zh" ? "：" : ": "}
        {track.audience[locale]}
      </p>
      <p className="mt-auto text-muted text-sm">
        {t("items", {
          lessons,
          challenges: total - lessons,
          hours: Math.max(1, Math.round(minutes / 60)),
        })}
      </p>
      {done > 0 ? (
        <Progress done={done} total={total} label={t("progress", { done, total })} />
      ) : null}
    </article>
  );
}
