import { z } from "zod";
import { itemKinds } from "@/lib/content/quiz-bank";
import type { Db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import type { OrientationAnswer } from "@/lib/platform/prisma/client";
import { answer } from "@/lib/quiz/answers";
import { drawnItem } from "@/lib/quiz/draw-form";
import { beliefs } from "./beliefs";

const place = { skill: z.string(), difficulty: z.number(), pillar: z.string() };
/** An item as an answer's row keeps it. */
const keptItem = z.discriminatedUnion("kind", [
  itemKinds.single.safeExtend(place),
  itemKinds.multiple.safeExtend(place),
  itemKinds.ordered.safeExtend(place),
  itemKinds.numeric.safeExtend(place),
  itemKinds.short.safeExtend(place),
]);
const reason = z.object({ skill: z.string(), from: z.number(), to: z.number() });

/** A question as it was asked, with its key: not for the browser before the end. */
export const askedQuestion = (row: OrientationAnswer) => ({
  ...row,
  item: keptItem.parse(row.item),
  drawn: drawnItem.parse(row.drawn),
  reason: reason.parse(row.reason),
  answer: row.answer === null ? null : answer.parse(row.answer),
});
export type Asked = ReturnType<typeof askedQuestion>;

/** An attempt with its questions in order. Throws orientation_not_found unless it is that person's. */
export async function attemptOf(tx: Db, userId: string, id: string) {
  const row = await tx.orientationAttempt.findFirst({
    where: { id, userId },
    include: { answers: { orderBy: { position: "asc" } } },
  });
  if (!row) throw notFound("orientation_not_found");
  return {
    ...row,
    before: beliefs.parse(row.before),
    after: row.after === null ? null : beliefs.parse(row.after),
    answers: row.answers.map(askedQuestion),
  };
}
export type Attempt = Awaited<ReturnType<typeof attemptOf>>;

/** Lets nobody else write to the attempt until the transaction ends. Throws orientation_not_found. */
export async function lockAttempt(tx: Db, id: string): Promise<void> {
  const named = requireId(id, "orientation_not_found");
  await tx.$queryRaw`SELECT 1 FROM "OrientationAttempt" WHERE id = ${named}::uuid FOR UPDATE`;
}
