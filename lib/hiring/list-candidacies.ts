import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { recordViews } from "@/lib/candidates/record-views";
import { showCandidates } from "@/lib/candidates/show-candidates";
import type { OpeningRef } from "@/lib/openings/opening-where";
import { mayRecruit } from "@/lib/organisations/may-recruit";
import { actingMember } from "@/lib/organisations/membership";
import { cutPage, decodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import type { Stage } from "@/lib/platform/prisma/enums";
import { type Place, seenCandidacies, workplace } from "./candidacy-where";
import { stateOf } from "./read-own-invitation";
import { STAGES } from "./stages";

const keySchema = z.object({ stage: z.enum(STAGES), id: z.uuid() });

type Query = {
  /** One stage alone. */
  stage?: Stage | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

/**
 * A page of the candidates beside an opening, by stage, in each the newest first, and how many there
 * are in every stage. Each who is on it is noted as seen.
 */
export async function listCandidacies(
  actor: Actor,
  ref: OpeningRef,
  { stage, cursor, limit }: Query = {},
) {
  const memberId = actingMember(actor);
  const size = pageSize.parse(limit);
  const place = await workplace(db(), actor, ref);
  const seen = seenCandidacies(place);
  const [opening, rows, counts, recruits] = await Promise.all([
    readHead(place),
    db().candidacy.findMany({
      where: { AND: [seen, stage ? { stage } : {}, cursor ? after(cursor) : {}] },
      // The database has the stages in the order of the way.
      orderBy: [{ stage: "asc" }, { id: "desc" }],
      take: size + 1,
      include: {
        invitation: true,
        _count: { select: { messages: { where: { fromCandidate: true, readAt: null } } } },
      },
    }),
    db().candidacy.groupBy({ by: ["stage"], where: seen, _count: true }),
    mayRecruit(actor, place.organisationId),
  ]);
  const { page, next } = cutPage(rows, size, (last) => ({ stage: last.stage, id: last.id }));
  const shown = await showCandidates(
    place,
    page.map(({ userId }) => userId),
  );
  await recordViews(db(), { ...place, memberId }, [...shown.keys()], "listed");
  return {
    ...{ opening, recruits, counts: counted(counts), next },
    candidacies: page.flatMap(({ userId, stage: at, createdAt, invitation, _count }) => {
      const candidate = shown.get(userId);
      if (!candidate) return [];
      return [
        {
          ...{ stage: at, createdAt, unread: _count.messages, candidate },
          invitation: invitation && stateOf(invitation),
        },
      ];
    }),
  };
}
export type ListedCandidacy = Awaited<ReturnType<typeof listCandidacies>>["candidacies"][number];

async function readHead({ openingId }: Place) {
  const { organisation, ...opening } = await db().opening.findUniqueOrThrow({
    where: { id: openingId },
    select: {
      ...{ id: true, titleEn: true, titleZh: true, status: true, blind: true },
      organisation: { select: { blind: true } },
    },
  });
  return { ...opening, blind: opening.blind || organisation.blind };
}

function after(cursor: string): Prisma.CandidacyWhereInput {
  const { stage, id } = decodeCursor(cursor, keySchema);
  const later = STAGES.slice(STAGES.indexOf(stage) + 1);
  return { OR: [{ stage, id: { lt: id } }, { stage: { in: later } }] };
}

/** Every stage with how many stand in it. */
function counted(rows: readonly { stage: Stage; _count: number }[]): Record<Stage, number> {
  const known = new Map(rows.map(({ stage, _count }) => [stage, _count]));
  return Object.fromEntries(STAGES.map((stage) => [stage, known.get(stage) ?? 0])) as Record<
    Stage,
    number
  >;
}
