import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DomainError, InputError } from "@/lib/platform/errors";
import { ownDraft } from "./piece-row";

export type ReportDraft = { report: string; revision: number };

/**
 * Keeps a report that is being written. `revision` is the one that it was written on: where a
 * team-mate saved since, nothing is replaced. Throws piece_not_found, piece_handed_in,
 * report_changed or InputError.
 */
export async function saveReport(actor: Actor, id: string, { report, revision }: ReportDraft) {
  const { userId } = requireUser(actor);
  return db().$transaction(async (tx) => {
    const piece = await ownDraft(tx, userId, id);
    const max = piece.manifest.report.max_characters;
    if (report.length > max || report.includes("\0") || !report.isWellFormed()) {
      throw new InputError([{ path: "report", code: "report_long", params: { max } }]);
    }
    if (report === piece.report) return { revision: piece.revision };
    if (revision !== piece.revision) throw new DomainError("conflict", "report_changed");
    return tx.piece.update({
      where: { id },
      data: { report, revision: { increment: 1 } },
      select: { revision: true },
    });
  });
}
