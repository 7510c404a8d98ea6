import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/prisma/client";
import { mergeProposal } from "./merge-proposal";
import { readImport } from "./read-import";
import { saveCandidate } from "./save-candidate";

/**
 * Takes into the actor's profile what he ticked of a proposal, and is done with it. Throws
 * not_found, import_settled, or InputError where a list would grow too long.
 */
export async function settleImport(
  actor: Actor,
  id: string,
  ticked: readonly string[],
): Promise<void> {
  const { userId } = requireSession(actor);
  const { locale, proposal, present, status } = await readImport(actor, id);
  if (status === "settled") throw new DomainError("conflict", "import_settled");
  if (status !== "proposed" || !proposal) throw notFound();
  const fields = mergeProposal(present, proposal, locale, new Set(ticked));
  if (ticked.length > 0) await saveCandidate(actor, fields);
  // What was read and not taken is nobody's business any more.
  await db().candidateImport.updateMany({
    where: { id, userId },
    data: { status: "settled", proposal: Prisma.DbNull },
  });
}
