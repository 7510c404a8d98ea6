import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { RECRUITING } from "@/lib/organisations/membership";
import { takeShare } from "@/lib/organisations/take-share";
import { type Db, db } from "@/lib/platform/db";
import { DomainError, InputError, notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { openingChanged } from "./opening-changed";
import { type OpeningRef, ownOpening } from "./opening-where";
import { plainText } from "./plain-text";
import { publishProblems } from "./publish-problems";
import { wordingWarnings } from "./wording/wording-warnings";

const publishFields = z.object({ reason: plainText(1000).default("") });

/**
 * Opens an opening, a draft or a closed one; one that is open stays so. Where its wording may shut
 * people out, a reason for keeping it is asked for and audited. Throws InputError, opening_not_found, not_verified.
 */
export async function publishOpening(actor: Actor, ref: OpeningRef, input: unknown): Promise<void> {
  const { reason } = parseFields(publishFields, input);
  const opening = await db().opening.findFirst({
    where: ownOpening(actor, ref, RECRUITING),
    include: { skills: true, organisation: { select: { id: true, status: true } } },
  });
  if (!opening) throw notFound("opening_not_found");
  if (opening.status === "open") return;
  if (opening.organisation.status !== "verified") {
    throw new DomainError("forbidden", "organisation_unverified");
  }
  const problems = publishProblems(opening);
  if (problems.length > 0) throw new InputError(problems);
  const warnings = await wordingWarnings(opening);
  if (warnings.length > 0 && reason === "") {
    throw new InputError([{ path: "reason", code: "wording_reason" }]);
  }
  await takeShare("publications", opening.organisationId);
  const kept = warnings.map(({ group, found }) => ({ group, found }));
  await db().$transaction((tx) => open(tx, actor, opening, { reason, kept }));
}

type Kept = { reason: string; kept: { group: string; found: string }[] };

async function open(
  tx: Db,
  actor: Actor,
  {
    id,
    organisationId,
    updatedAt,
    closesAt,
  }: { id: string; organisationId: string; updatedAt: Date; closesAt: Date | null },
  { reason, kept }: Kept,
): Promise<void> {
  const now = new Date();
  // What was looked at is what is opened.
  const { count } = await tx.opening.updateMany({
    where: { id, updatedAt, status: { not: "open" } },
    data: {
      ...{ status: "open", publishedAt: now },
      // A day of closing that has passed would close it again at once.
      closesAt: closesAt && closesAt > now ? closesAt : null,
    },
  });
  if (count === 0) throw new DomainError("conflict");
  await recordAudit(tx, actor, {
    ...{ action: "opening.published", subject: `organisation:${organisationId}` },
    data: { opening: id, ...(kept.length > 0 && { wording: kept, reason }) },
  });
  await openingChanged(tx, id);
}
