import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { currentVersion } from "@/lib/challenges/current-version";
import type { Localized } from "@/lib/content/schemas";
import { caseEvent } from "@/lib/grading/events";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

const MOST_OWN = 50;
const MOST_OTHERS = 200;

/** Something that is measured, and from where on it passes. */
export type Axis = { name: string; title: Localized; mark: number };

export type TradeOff = {
  /** Of one's own submission; those of others are not for one to open. */
  id: string | null;
  /** The display name of somebody else. */
  by: string | null;
  at: string;
  passed: boolean;
  /** By the name of an axis. */
  values: Record<string, number>;
};

/**
 * What models of this challenge's current version reach, and at what cost: one's own, and the best
 * of everybody who chose a display name. Axes are empty while there is nothing to draw.
 */
export async function readTradeOffs(
  actor: Actor,
  slug: string,
): Promise<{ quality: Axis | null; costs: Axis[]; points: TradeOff[] }> {
  const { manifest, versionId } = await currentVersion(slug);
  if (manifest.kind !== "model") throw notFound("challenge_not_found");
  const own = actor.kind === "user" ? actor.userId : null;
  const [mine, others] = await Promise.all([
    own === null ? [] : measured({ challengeVersionId: versionId, userId: own }, MOST_OWN),
    measured(
      {
        challengeVersionId: versionId,
        best: true,
        ...(own !== null && { userId: { not: own } }),
        user: { leaderboardName: { not: null }, disabledAt: null, eraseAt: null },
      },
      MOST_OTHERS,
    ),
  ]);
  const axes = new Map([...mine, ...others].flatMap(({ axes }) => [...axes]));
  const drawn = [manifest.trade_off.quality, ...manifest.trade_off.cost];
  const points = [
    ...mine.map((one) => ({ ...one, by: null })),
    ...others.map((one) => ({ ...one, id: null })),
  ];
  return {
    quality: axes.get(manifest.trade_off.quality) ?? null,
    costs: manifest.trade_off.cost.flatMap((name) => axes.get(name) ?? []),
    points: points
      .filter(({ values }) => drawn.every((name) => name in values))
      .map(({ axes: _, ...point }) => point),
  };
}

type Where = NonNullable<Parameters<ReturnType<typeof db>["submission"]["findMany"]>[0]>["where"];

async function measured(where: Where, most: number) {
  const rows = await db().submission.findMany({
    where: { ...where, verdict: { in: ["passed", "failed"] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    select: {
      id: true,
      createdAt: true,
      verdict: true,
      user: { select: { leaderboardName: true } },
      verdicts: { where: { current: true }, select: { cases: true } },
    },
  });
  return rows.map(({ id, createdAt, verdict, user, verdicts }) => {
    const cases = z.array(caseEvent).parse(verdicts[0]?.cases ?? []);
    const known = cases.flatMap(({ name, title, message }) => {
      const { value, mark } = message?.params ?? {};
      return typeof value === "number" && typeof mark === "number"
        ? [{ name, title, mark, value }]
        : [];
    });
    return {
      id,
      by: user.leaderboardName,
      at: createdAt.toISOString(),
      passed: verdict === "passed",
      axes: known.map(({ value: _, ...axis }) => [axis.name, axis] as const),
      values: Object.fromEntries(known.map(({ name, value }) => [name, value])),
    };
  });
}
