import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { HandIn } from "@/components/upload/hand-in";
import { UploadMessages } from "@/components/upload/messages";
import { Link } from "@/i18n/navigation";
import type { Actor } from "@/lib/auth/actor";
import { readSeason, type SeasonView } from "@/lib/seasons/read-season";
import { SignInNote } from "./sign-in-note";

type Props = { actor: Actor; slug: string; statement: ReactNode };

/** A predictions challenge: its season, its data, the way to hand in a file, and what one has. */
export async function SeasonWork({ actor, slug, statement }: Props) {
  const t = await getTranslations("season");
  const season = await readSeason(actor, slug);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,50rem)_25rem] lg:justify-between">
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
        <OwnFiles season={season} />
      </aside>
      <div className="min-w-0 overflow-hidden border-line border-y bg-raised lg:col-start-1 lg:row-start-1 lg:rounded-lg lg:border">
        <UploadMessages>{statement}</UploadMessages>
      </div>
    </div>
  );
}

async function Facts({ season }: { season: SeasonView }) {
  const t = await getTranslations("season");
  const format = await getFormatter();
  const { rules, attemptsLeft: left, closesAt } = season;
  const ends = format.dateTime(new Date(closesAt), { dateStyle: "medium", timeStyle: "short" });
  const extensions = rules.extensions.map((one) => `.${one}`).join(", ");
  const facts = [
    [t(new Date(closesAt) > new Date() ? "facts.ends" : "facts.ended"), ends],
    [t("facts.attempts"), t("facts.attemptsOf", { left, limit: rules.attemptsPerDay })],
    [t("facts.file"), t("facts.fileOf", { extensions, size: t("size", { kb: rules.maxKb }) })],
    [t("facts.decides"), t("facts.decidesOf")],
  ] as const;
  return (
    <dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

async function Files({ slug, season }: { slug: string; season: SeasonView }) {
  const t = await getTranslations("season");
  if (!season.prepared) return <p className="text-muted text-sm">{t("preparing")}</p>;
  return (
    <ul className="grid gap-1.5 text-sm">
      {season.files.map(({ name, bytes }) => (
        <li key={name} className="flex justify-between gap-3">
          <a
            href={`/api/v1/challenges/${slug}/season/files/${name}`}
            download={name}
            aria-label={t("download", { name })}
            className="break-all text-accent underline"
          >
            {name}
          </a>
          <span className="text-muted tabular-nums">
            {t("size", { kb: Math.ceil(bytes / 1024) })}
          </span>
        </li>
      ))}
    </ul>
  );
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

async function OwnFiles({ season }: { season: SeasonView }) {
  const t = await getTranslations("season");
  const format = await getFormatter();
  if (season.own.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t("own")}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {season.own.map(({ id, createdAt, verdict, measured, best }) => (
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
            {measured === null ? null : (
              <span className="text-sm tabular-nums">
                {format.number(measured, { maximumFractionDigits: 4 })}
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
