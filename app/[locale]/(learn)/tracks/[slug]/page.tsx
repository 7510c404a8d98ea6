import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { Page } from "@/components/ui/page";
import { Progress } from "@/components/ui/progress";
import type { Locale } from "@/i18n/routing";
import { readTrack } from "@/lib/tracks/read-track";
import { TrackItems } from "./track-items";

type Props = { params: Promise<{ slug: string; locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  const track = await orNotFound(readTrack(await currentActor(), slug));
  return { title: track.title[locale], description: track.summary[locale] };
}

export default async function TrackPage({ params }: Props) {
  const actor = await currentActor();
  const track = await orNotFound(readTrack(actor, (await params).slug));
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("track");
  const { done, total } = track.progress;
  const progress = <Progress done={done} total={total} label={t("progress", { done, total })} />;
  return (
    <Page title={track.title[locale]} lead={track.summary[locale]} aside={progress}>
      {actor.kind === "user" ? null : (
        <p className="mb-4 text-muted text-sm">{t("signInToKeep")}</p>
      )}
      <TrackItems track={track.slug} items={track.items} />
      {track.beside.length > 0 ? (
        <section className="mt-10">
          <h2 className="mb-3 font-semibold">{t("beside")}</h2>
          <TrackItems track={track.slug} items={track.beside} />
        </section>
      ) : null}
    </Page>
  );
}
