import { type Db, db } from "@/lib/platform/db";
import type { EmbeddingModel } from "@/lib/platform/prisma/client";

/** The model whose vectors are compared now; null before the first. */
export const modelInUse = (tx: Db = db()): Promise<EmbeddingModel | null> =>
  tx.embeddingModel.findFirst({
    where: { activatedAt: { not: null } },
    orderBy: { activatedAt: "desc" },
  });
