import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { writeToCandidate, writeToRecruiters } from "@/lib/hiring/letter-parties";
import { plainText } from "@/lib/openings/plain-text";
import { publicOpenings } from "@/lib/openings/public-openings";
import { type Db, db } from "@/lib/platform/db";
import { DomainError, InputError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";

const APPLYING = { name: "applying", points: 30, seconds: 24 * 60 * 60 };

export const COVER_LENGTH = 6000;
const MOST_SHOWN = 20;

const ids = z.array(z.string().max(64)).max(MOST_SHOWN, "list_long").default([]);

const applyFields = z.object({
  text: plainText(COVER_LENGTH).default(""),
  credentials: ids,
  submissions: ids,
});
type Chosen = { credentials: string[]; submissions: string[] };

/**
 * Applies to a public opening with the evidence that the actor chose. The organisation sees him
 * from now on beside this opening, by name unless it hires blind. Throws InputError,
 * opening_not_found, already_applied, organisation_blocked, rate_limited.
 */
export async function apply(actor: Actor, openingId: string, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const { text, ...chosen } = parseFields(applyFields, input);
  const opening = await db().opening.findFirst({
    where: { AND: [{ id: requireId(openingId, "opening_not_found") }, publicOpenings()] },
    select: {
      ...{ id: true, blind: true, organisationId: true },
      organisation: { select: { blind: true, members: { where: { userId } } } },
    },
  });
  if (!opening) throw notFound("opening_not_found");
  if (opening.organisation.members.length > 0) throw new DomainError("forbidden", "own_opening");
  await takePoint(APPLYING, userId);
  const blind = opening.blind || opening.organisation.blind;
  await db().$transaction(async (tx) => {
    await requireOwn(tx, userId, chosen);
    await tx.candidate.upsert({ where: { userId }, create: { userId }, update: {} });
    await requireUnblocked(tx, userId, opening.organisationId);
    await keepApplication(tx, { openingId: opening.id, userId }, { text, ...chosen });
    await keepCandidacy(tx, { openingId: opening.id, userId }, blind);
  });
  const parties = { openingId: opening.id, userId };
  await writeToCandidate(parties, { kind: "applicationReceived", path: "/candidate/applications" });
  await writeToRecruiters(parties, "applicationArrived");
}

/** Proofs of another person, or made up, are refused, not left out: the form did not offer them. */
async function requireOwn(tx: Db, userId: string, { credentials, submissions }: Chosen) {
  const own = (all: string[]) => ({ userId, id: { in: all.map((id) => requireId(id)) } });
  const badges = await tx.credential.count({ where: { ...own(credentials), revokedAt: null } });
  if (badges !== new Set(credentials).size) {
    throw new InputError([{ path: "credentials", code: "proof_gone" }]);
  }
  const pieces = await tx.submission.count({ where: { ...own(submissions), status: "done" } });
  if (pieces !== new Set(submissions).size) {
    throw new InputError([{ path: "submissions", code: "proof_gone" }]);
  }
}

async function requireUnblocked(tx: Db, userId: string, organisationId: string): Promise<void> {
  const blocked = await tx.candidateOrganisation.count({
    where: { userId, organisationId, kind: "blocked" },
  });
  if (blocked > 0) throw new DomainError("conflict", "organisation_blocked");
}

type Key = { openingId: string; userId: string };

async function keepApplication(tx: Db, key: Key, data: Chosen & { text: string }): Promise<void> {
  const again = { ...data, status: "sent" as const, withdrawnAt: null, createdAt: new Date() };
  // Who took it back may send another; two at once do not both count.
  const { count } = await tx.application.updateMany({
    where: { ...key, status: "withdrawn" },
    data: again,
  });
  if (count > 0) return;
  const made = await tx.application.createMany({
    data: [{ ...key, ...data }],
    skipDuplicates: true,
  });
  if (made.count === 0) throw new DomainError("conflict", "already_applied");
}

async function keepCandidacy(tx: Db, key: Key, blind: boolean): Promise<void> {
  const unmasked = blind ? {} : { unmaskedAt: new Date() };
  const { id } = await tx.candidacy.upsert({
    where: { openingId_userId: key },
    create: { ...key, stage: "applied", ...unmasked },
    update: unmasked,
    select: { id: true },
  });
  // One who was on the list already, or was declined, asks anew.
  const { count } = await tx.candidacy.updateMany({
    where: { id, stage: "declined" },
    data: { stage: "applied" },
  });
  const { stage } = await tx.candidacy.findUniqueOrThrow({
    where: { id },
    select: { stage: true },
  });
  if (count > 0 || stage === "applied") {
    await tx.candidacyEvent.create({
      data: { candidacyId: id, byCandidate: true, kind: "stage", stage: "applied" },
    });
  }
}
