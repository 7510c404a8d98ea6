import { z } from "zod";
import { db } from "@/lib/platform/db";
import type { Person } from "./adverse-impact";

export type Consideration = {
  organisationId: string;
  /** Null: all openings of the organisation. */
  openingId: string | null;
  from: Date;
  until: Date;
};

/** From here on somebody has moved forward. */
const FORWARD = ["contacted", "talking", "offered", "hired"] as const;

/**
 * Who was considered for an opening in the time, and whether he moved forward in it. What people
 * told of themselves is read here alone, and leaves this room only counted.
 */
export async function readConsidered(asked: Consideration): Promise<Person[]> {
  const { organisationId, openingId, from, until } = asked;
  const rows = await db().candidacy.findMany({
    where: {
      opening: { organisationId, ...(openingId && { id: openingId }) },
      createdAt: { gte: from, lt: until },
    },
    select: {
      userId: true,
      candidate: { select: { demographics: { select: { sex: true, ethnicity: true } } } },
      events: {
        where: { kind: "stage", stage: { in: [...FORWARD] }, at: { lt: until } },
        select: { id: true },
        take: 1,
      },
    },
  });
  // Once a person, in however many openings: ten of a group are ten people.
  const people = new Map<string, Person>();
  for (const { userId, candidate, events } of rows) {
    const before = people.get(userId)?.selected ?? false;
    const facts = candidate.demographics ?? { sex: "", ethnicity: "" };
    people.set(userId, { ...facts, selected: before || events.length > 0 });
  }
  return [...people.values()];
}

const results = z.array(z.object({ userId: z.uuid(), score: z.number() })).catch([]);

/**
 * The newest ranking of each opening in the time: each scored person, by ranking. Who is in
 * several counts in the first.
 */
export async function readScored({ organisationId, openingId, from, until }: Consideration) {
  const rankings = await db().ranking.findMany({
    where: {
      ...{ organisationId, openingId: openingId ?? { not: null }, status: "ranked" },
      rankedAt: { gte: from, lt: until },
    },
    select: { results: true },
    distinct: ["openingId"],
    orderBy: [{ openingId: "asc" }, { rankedAt: "desc" }],
  });
  const scored = rankings.map((ranking) => results.parse(ranking.results));
  const told = await db().demographics.findMany({
    where: { userId: { in: [...new Set(scored.flat().map(({ userId }) => userId))] } },
    select: { userId: true, sex: true, ethnicity: true },
  });
  const byPerson = new Map(told.map(({ userId, ...facts }) => [userId, facts]));
  const seen = new Set<string>();
  return scored.map((ranking) =>
    ranking.map(({ userId, score }) => {
      const counts = !seen.has(userId);
      seen.add(userId);
      const facts = byPerson.get(userId) ?? { sex: "", ethnicity: "" };
      return { score, counts, ...facts };
    }),
  );
}
