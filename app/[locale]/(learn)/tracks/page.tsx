import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { TrackCard } from "@/components/track-card";
import { Page } from "@/components/ui/page";
import { listTracks } from "@/lib/tracks/list-tracks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("track"))("title") };
}

export default async function TracksPage() {
  const t = await getTranslations("track");
  const tracks = await listTracks(await currentActor());
  return (
    <Page title={t("title")} lead={t("lead")}>
      {tracks.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      <ul className="grid gap-4 md:grid-cols-2">
        {tracks.map((track) => (
          <li key={track.slug}>
            <TrackCard track={track} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
