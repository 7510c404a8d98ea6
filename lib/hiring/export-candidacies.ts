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
import { seenCandidacies, workplace } from "./candidacy-where";

const MESSAGES = { en, zh };
const MOST = 2000;

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
 * An opening's candidates as a table. It holds no more than the pages do, whose names are masked
 * is masked here, and each is noted as exported. The file's name holds the opening's id alone.
 */
export async function exportCandidacies(actor: Actor, ref: OpeningRef, locale: "en" | "zh") {
  const { userId: memberId } = requireSession(actor);
  const place = await workplace(db(), actor, ref, RECRUITING);
  await takeShare("exports", place.organisationId, memberId);
  const rows = await db().candidacy.findMany({
    where: seenCandidacies(place),
    orderBy: { id: "asc" },
    take: MOST,
    select: { userId: true, stage: true, createdAt: true },
  });
  return db().$transaction(async (tx) => {
    const ids = rows.map(({ userId }) => userId);
    const shown = await showCandidates(place, ids, tx);
    await recordViews(tx, { ...place, memberId }, [...shown.keys()], "exported");
    await recordAudit(tx, actor, {
      ...{ action: "candidates.exported", subject: `organisation:${place.organisationId}` },
      data: { opening: place.openingId, candidates: shown.size },
    });
    const say = words(locale);
    const lines = rows.flatMap(({ userId, stage, createdAt }) => {
      const candidate = shown.get(userId);
      if (!candidate) return [];
      const { name, email, country, place: where, availability } = candidate;
      return [
        [
          ...[name, email ?? "", say("stages", stage), createdAt.toISOString().slice(0, 10)],
          ...[headline(candidate, locale), country, where, say("availability", availability)],
          skills(candidate, locale, say),
        ],
      ];
    });
    return {
      filename: `candidates-${place.openingId}.csv`,
      text: toCsv([COLUMNS.map((name) => say("columns", name)), ...lines]),
    };
  });
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
