import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { publicOpenings } from "@/lib/openings/public-openings";
import { db } from "@/lib/platform/db";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { readText } from "../describe-text";
import { modelInUse } from "../inputs/model-in-use";
import { putInput } from "../inputs/put-input";
import { readReference } from "../inputs/read-reference";
import { fromBytes } from "../inputs/vectors";
import { describedBy } from "../score/described";
import { narrow } from "../score/narrow";
import { Population } from "../score/population";
import { prepareRequest } from "../score/prepare-request";
import { Scorer } from "../score/scorer";
import { weightsFor } from "../weight-table";
import { openingRequest, openingTexts } from "./opening-request";
import { openingsOf } from "./own-rankings";

/** As many are looked at: the newest. */
const MOST = 300;

/**
 * Public openings as the actor's own ranking has them: scored by the same program and weights as he
 * is by their organisations. Null while what he is ranked by is being made.
 */
async function rankOpenings(actor: Actor) {
  const { userId } = requireSession(actor);
  const model = await modelInUse();
  const own = model && { userId, modelHash: model.hash, current: true };
  const input = own && (await db().matchInput.findFirst({ where: own }));
  if (!model || !input) return null;
  const kept = await db().matchReference.findFirst({
    where: { modelHash: model.hash },
    orderBy: { createdAt: "desc" },
    select: { hash: true },
  });
  if (!kept) return null;
  const reference = await readReference(kept.hash);
  const alone = new Population();
  const row = putInput(alone, input, reference);
  const rows = await db().opening.findMany({
    where: {
      AND: [
        publicOpenings(),
        { organisation: { candidates: { none: { userId, kind: "blocked" } } } },
      ],
    },
    include: {
      skills: true,
      organisation: { select: { name: true } },
      vectors: { where: { modelHash: model.hash } },
    },
    orderBy: { publishedAt: "desc" },
    take: MOST + 1,
  });
  const ranked = rows
    .slice(0, MOST)
    .map((opening) => {
      const queries = openingTexts(opening).flatMap(({ locale, text }) => {
        const embedded = opening.vectors.find((each) => each.locale === locale);
        const vector = embedded && fromBytes(embedded.vector, 1)[0];
        if (!embedded || !vector) return [];
        const described = describedBy(readText(text, embedded.coverage));
        return [reference.prepare({ text: described, vector })];
      });
      const request = openingRequest(opening);
      const prepared = prepareRequest(request, queries, weightsFor(model.multilingual));
      const explanation = new Scorer(prepared, alone).explain(row);
      const excluded = narrow(alone, alone.rows, request.conditions).left.length === 0;
      const { id, titleEn, titleZh, place, country, workPlaces, organisation } = opening;
      return {
        ...{ id, titleEn, titleZh, place, country, workPlaces, organisation: organisation.name },
        ...{ explanation, excluded },
      };
    })
    .sort(
      (a, b) =>
        Number(a.excluded) - Number(b.excluded) || b.explanation.score - a.explanation.score,
    );
  return { ranked, more: rows.length > MOST };
}
export type RankedOpening = NonNullable<Awaited<ReturnType<typeof rankOpenings>>>["ranked"][number];

/** The actor's openings page: what fits him, and what he applied for or was invited to. */
export async function readOpeningsForMe(actor: Actor) {
  const { userId } = requireSession(actor);
  const [candidate, own, concerned, skills] = await Promise.all([
    db().candidate.findUnique({ where: { userId }, select: { userId: true } }),
    rankOpenings(actor),
    db().opening.findMany({
      where: openingsOf(userId),
      select: { id: true, titleEn: true, titleZh: true, organisation: { select: { name: true } } },
      orderBy: { createdAt: "desc" },
    }),
    listSkills(),
  ]);
  return {
    ...{ isCandidate: candidate !== null, title: titlesOf(skills) },
    openings: own?.ranked ?? null,
    /** Where there are more public openings than are looked at: how many are. */
    newest: own?.more ? MOST : null,
    concerned: concerned.map(({ organisation, ...opening }) => ({
      ...opening,
      organisation: organisation.name,
    })),
  };
}
