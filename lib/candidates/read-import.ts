import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { IMPORT_ERRORS } from "./import-errors";
import { importProposal } from "./import-proposal";
import { readOwnCandidate } from "./read-own-candidate";

/** The actor's latest imports, newest first. */
export async function listImports(actor: Actor) {
  const { userId } = requireSession(actor);
  return db().candidateImport.findMany({
    where: { userId },
    select: { id: true, format: true, status: true, createdAt: true },
    orderBy: { id: "desc" },
  });
}

/** One import of the actor's: what was read, beside what his profile holds. Throws not_found. */
export async function readImport(actor: Actor, id: string) {
  const { userId } = requireSession(actor);
  const [row, own] = await Promise.all([
    db().candidateImport.findFirst({
      where: { id: requireId(id), userId },
      select: { id: true, locale: true, status: true, proposal: true, error: true },
    }),
    readOwnCandidate(actor),
  ]);
  if (!row) throw notFound();
  const locale = row.locale === "zh" ? ("zh" as const) : ("en" as const);
  return {
    ...{ id: row.id, locale, status: row.status },
    error: IMPORT_ERRORS.find((one) => one === row.error) ?? null,
    proposal: row.proposal ? importProposal.parse(row.proposal) : null,
    present: own.fields,
    skills: own.skills,
  };
}

export type OwnImport = Awaited<ReturnType<typeof readImport>>;
