import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { FactList } from "@/components/ui/fact-list";
import { FileLinks } from "@/components/upload/file-links";
import { HandIn } from "@/components/upload/hand-in";
import { UploadMessages } from "@/components/upload/messages";
import { OwnFiles } from "@/components/upload/own-files";
import { Link } from "@/i18n/navigation";
import type { Actor } from "@/lib/auth/actor";
import { readSeason, type SeasonView } from "@/lib/seasons/read-season";
import { SignInNote } from "./sign-in-note";

type Props = { actor: Actor; slug: string; statement: ReactNode };

/** A predictions challenge: its season, its data, the way to hand in a file, and what one has. */
export async function SeasonWork({ actor, slug, statement }: Props) {
  const t = await getTranslations("season");
  const format = await getFormatter();
  const season = await readSeason(actor, slug);
  const own = season.own.map(({ measured, ...one }) => ({
    ...one,
    reached: measured === null ? null : format.number(measured, { maximumFractionDigits: 4 }),
  }));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,50rem)_25rem] lg:justify-between">
      <div className="min-w-0 overflow-hidden border-line border-y bg-raised lg:col-start-1 lg:row-start-1 lg:rounded-lg lg:border">
        <UploadMessages>{statement}</UploadMessages>
      </div>
      <aside className="grid gap-6 px-4 lg:col-start-2 lg:row-start-1 lg:px-0">
        <section className="rounded-lg border border-line bg-raised p-4 sm:p-5">
          <h2 className="mb-3 font-semibold">{t("season", { number: season.number })}</h2>
          <Facts season={season} />
          <Link href={`/challenges/${slug}/standings`} className="text-accent text-sm underline">
            {t("standings")}
          </Link>
        </section>
        <section className="rounded-lg border border-line bg-raised p-4 sm:p-5">
          <h2 className="mb-3 font-semibold">{t("data")}</h2>
          <Files slug={slug} season={season} />
        </section>
        <section className="rounded-lg border border-line bg-raised p-4 sm:p-5">
          <h2 className="mb-3 font-semibold">{t("handIn")}</h2>
          <UploadMessages>
            <WayIn actor={actor} slug={slug} season={season} />
          </UploadMessages>
        </section>
        <OwnFiles title={t("own")} own={own} />
      </aside>
    </div>
  );
}

async function Facts({ season }: { season: SeasonView }) {
  const t = await getTranslations("season");
  const upload = await getTranslations("upload");
  const format = await getFormatter();
  const { rules, attemptsLeft: left, closesAt } = season;
  const ends = format.dateTime(new Date(closesAt), { dateStyle: "medium", timeStyle: "short" });
  const extensions = rules.extensions.map((one) => `.${one}`).join(", ");
  const facts = [
    [t(new Date(closesAt) > new Date() ? "facts.ends" : "facts.ended"), ends],
    [t("facts.attempts"), t("facts.attemptsOf", { left, limit: rules.attemptsPerDay })],
    [t("facts.file"), t("facts.fileOf", { extensions, size: upload("size", { kb: rules.maxKb }) })],
    [t("facts.decides"), t("facts.decidesOf")],
  ] as const;
  return (
    <div className="mb-3">
      <FactList facts={facts} />
    </div>
  );
}

async function Files({ slug, season }: { slug: string; season: SeasonView }) {
  const t = await getTranslations("season");
  if (!season.prepared) return <p className="text-muted text-sm">{t("preparing")}</p>;
  const hrefOf = (name: string) => `/api/v1/challenges/${slug}/season/files/${name}`;
  return <FileLinks files={season.files} hrefOf={hrefOf} />;
}

async function WayIn({ actor, slug, season }: { actor: Actor; slug: string; season: SeasonView }) {
  const t = await getTranslations("season");
  const format = await getFormatter();
  if (actor.kind !== "user") return <SignInNote slug={slug} namespace="season" />;
  if (!season.open) return <p className="text-sm">{t(season.prepared ? "over" : "preparing")}</p>;
  if (season.nextAt) {
    const at = format.dateTime(new Date(season.nextAt), { dateStyle: "long", timeStyle: "short" });
    return <Alert>{t("noneLeft", { at })}</Alert>;
  }
  return <HandIn slug={slug} extensions={season.rules.extensions} maxKb={season.rules.maxKb} />;
}
