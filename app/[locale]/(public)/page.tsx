import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { TrackCard } from "@/components/track-card";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { hasEstimates } from "@/lib/skills/has-estimates";
import { listTracks } from "@/lib/tracks/list-tracks";
import { Sample } from "./sample";

const FACTS = ["absent", "fast", "teaching"] as const;

export default async function HomePage() {
  const t = await getTranslations("home");
  const actor = await currentActor();
  const tracks = await listTracks(actor);
  return (
    <div className="mx-auto grid w-full max-w-7xl grid-cols-[minmax(0,1fr)] gap-14 px-4 py-10 sm:py-14">
      <section className="grid gap-4">
        <h1 className="max-w-3xl text-balance font-semibold text-[1.75rem] leading-tight tracking-tight sm:text-4xl">
          {t("headline")}
        </h1>
        <p className="max-w-2xl text-base text-muted">{t("lead")}</p>
        <div className="flex flex-wrap gap-3">
          <NextStep tracks={tracks} signedIn={actor.kind === "user"} />
          <Link href="/roles" className={buttonClass("secondary")}>
            {t("roles")}
          </Link>
          <Link href="/openings" className={buttonClass("secondary")}>
            {t("openings")}
          </Link>
          {actor.kind === "user" && !(await hasEstimates(actor)) ? (
            <Link href="/orientation" className={buttonClass("secondary")}>
              {t("orientation")}
            </Link>
          ) : null}
        </div>
      </section>
      {actor.kind === "user" ? null : <Sample />}
      <section>
        <h2 className="mb-4 font-semibold text-xl">{t("tracks")}</h2>
        <ul className="grid gap-4 md:grid-cols-2">
          {tracks.map((track) => (
            <li key={track.slug}>
              <TrackCard track={track} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="mb-4 font-semibold text-xl">{t("how")}</h2>
        <dl className="grid gap-6 md:grid-cols-3">
          {FACTS.map((fact) => (
            <div key={fact} className="border-accent border-t-2 pt-3">
              <dt className="font-medium">{t(`facts.${fact}.title`)}</dt>
              <dd className="mt-1 text-muted">{t(`facts.${fact}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

type StepProps = { tracks: Awaited<ReturnType<typeof listTracks>>; signedIn: boolean };

/** Where one left off; the tracks for everybody who has not begun. */
async function NextStep({ tracks, signedIn }: StepProps) {
  const t = await getTranslations("home");
  const locale = (await getLocale()) as Locale;
  const begun = tracks.find((track) => track.progress.done > 0 && track.progress.next);
  const next = begun?.progress.next;
  if (!signedIn || !begun || !next) {
    return (
      <Link href="/tracks" className={buttonClass("primary")}>
        {t("start")}
      </Link>
    );
  }
  const href =
    next.type === "lesson"
      ? `/tracks/${begun.slug}/lessons/${next.slug}`
      : `/challenges/${next.slug}`;
  return (
    <>
      <Link href={href} className={buttonClass("primary")}>
        {t("continue")}
      </Link>
      <span className="self-center text-muted text-sm">
        {t("continueLead", { track: begun.title[locale] })}
      </span>
    </>
  );
}
