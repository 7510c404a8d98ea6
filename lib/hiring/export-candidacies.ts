import { createTranslator } from "use-intl/core";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { recordViews } from "@/lib/candidates/record-views";
import { showCandidates } from "@/lib/candidates/show-candidates";
import type { ShownCandidate } from "@/lib/candidates/shown-candidate";
import type { OpeningRef } from "@/lib/openings/opening-where";
import { RECRUITING } from "@/lib/organisations/membership";
import { takeShare } from "@/lib/organisations/take-share";
import { toCsv } from "@/lib/platform/csv";
import { db } from "@/lib/platform/db";
import en from "@/messages/en/hiring.json";
import zh from "@/messages/zh/hiring.json";
import { type Place, seenCandidacies, workplace } from "./candidacy-where";

const MESSAGES = { en, zh };
/** So many at a time, however many there are: no transaction grows with the list. */
const BATCH = 500;

const COLUMNS = [
  "name",
  "email",
  "stage",
  "since",
  "headline",
  "country",
  "place",
  "availability",
  "skills",
] as const;

/**
 * All of an opening's candidates as a table. It holds no more than the pages do, whose names are
 * masked is masked here, and each is noted as exported. The file's name holds the opening's id alone.
 */
export async function exportCandidacies(actor: Actor, ref: OpeningRef, locale: "en" | "zh") {
  const { userId: memberId } = requireSession(actor);
  const place = await workplace(db(), actor, ref, RECRUITING);
  await takeShare("exports", place.organisationId, memberId);
  const say = words(locale);
  const lines: string[][] = [];
  for (let after = ""; ; ) {
    const rows = await listed(place, after);
    const shown = await showAndNote({ ...place, memberId }, rows);
    lines.push(...rows.flatMap((row) => lineOf(row, shown.get(row.userId), locale, say)));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) break;
    after = last.id;
  }
  await recordAudit(db(), actor, {
    ...{ action: "candidates.exported", subject: `organisation:${place.organisationId}` },
    data: { opening: place.openingId, candidates: lines.length },
  });
  return {
    filename: `candidates-${place.openingId}.csv`,
    text: toCsv([COLUMNS.map((name) => say("columns", name)), ...lines]),
  };
}

const listed = (place: Place, after: string) =>
  db().candidacy.findMany({
    where: { ...seenCandidacies(place), ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: BATCH,
    select: { id: true, userId: true, stage: true, createdAt: true },
  });
type Row = Awaited<ReturnType<typeof listed>>[number];

/** Whoever is handed out is noted in the same moment. */
const showAndNote = (viewer: Place & { memberId: string }, rows: Row[]) =>
  db().$transaction(async (tx) => {
    const ids = rows.map(({ userId }) => userId);
    const shown = await showCandidates(viewer, ids, tx);
    await recordViews(tx, viewer, [...shown.keys()], "exported");
    return shown;
  });

function lineOf(
  { stage, createdAt }: Row,
  candidate: ShownCandidate | undefined,
  locale: "en" | "zh",
  say: Say,
): string[][] {
  if (!candidate) return [];
  const { name, email, country, place, availability } = candidate;
  return [
    [
      ...[name, email ?? "", say("stages", stage), createdAt.toISOString().slice(0, 10)],
      ...[headline(candidate, locale), country, place, say("availability", availability)],
      skills(candidate, locale, say),
    ],
  ];
}

const headline = ({ texts }: ShownCandidate, locale: "en" | "zh") =>
  texts[locale]?.headline || texts[locale === "en" ? "zh" : "en"]?.headline || "";

type Group = "columns" | "stages" | "availability" | "csv";
type Say = (group: Group, key: string, values?: Record<string, string | number>) => string;

const words =
  (locale: "en" | "zh"): Say =>
  (group, key, values) =>
    createTranslator<Record<string, string>>({ locale, messages: MESSAGES[locale][group] })(
      key,
      values,
    );

/** A figure never stands without its band, and what is claimed is called so. */
const skills = ({ skills: all }: ShownCandidate, locale: "en" | "zh", say: Say) =>
  all
    .map(({ title, band, claimedLevel }) => {
      const skill = title[locale];
      return band
        ? say("csv", "band", { skill, level: band.level, low: band.low, high: band.high })
        : say("csv", "claimed", { skill, level: claimedLevel ?? 0 });
    })
    .join("; ");
