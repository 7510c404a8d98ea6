import { createHash } from "node:crypto";
import { type Db, db } from "@/lib/platform/db";
import { type Described, encodeDescribed } from "../score/described";
import type { MatchContent } from "./match-content";
import { toBytes } from "./vectors";

/** Names a content and the model of its vectors. */
export const hashOf = (content: MatchContent, modelHash: string): string =>
  createHash("sha256")
    .update(JSON.stringify([content, modelHash]))
    .digest("hex");

export type NewInput = {
  userId: string;
  content: MatchContent;
  /** One of each text. */
  vectors: readonly Float32Array[];
  /** Its texts as they are compared by wording. */
  texts: readonly Described[];
  modelHash: string;
};

/**
 * Keeps an input as the one in use for its model, in the place of the last. Those before it stay:
 * rankings that were made with them are replayed with them.
 */
export async function storeInput({ vectors, texts, ...input }: NewInput): Promise<void> {
  const { userId, content, modelHash } = input;
  await db().$transaction(async (tx) => {
    await touchCandidate(tx, userId);
    await tx.matchInput.updateMany({
      where: { userId, modelHash, current: true },
      data: { current: false },
    });
    const hash = hashOf(content, modelHash);
    await tx.matchInput.create({
      data: { ...input, hash, vectors: toBytes(vectors), described: encodeDescribed(texts) },
    });
  });
}

/**
 * Marks a candidate as changed for those who keep candidates in memory, and holds his row so that
 * two writers come one after the other.
 */
export async function touchCandidate(tx: Db, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Candidate" SET "changedIn" = pg_current_xact_id()::text::bigint
    WHERE "userId" = ${userId}::uuid`;
}
