import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { candidateChanged } from "./candidate-changed";
import { recordConsents } from "./record-consents";

const fields = z.object({
  organisationId: z.uuid({ error: "not_found" }),
  place: z.enum(["chosen", "blocked", "none"], { error: "choice_unknown" }),
});

/**
 * Picks an organisation that may find the actor, blocks one that never may, or lets it be like any
 * other. It is kept by id, so another name changes nothing. Throws not_found.
 */
export async function placeOrganisation(actor: Actor, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const { organisationId, place } = parseFields(fields, input);
  await db().$transaction(async (tx) => {
    // One that was placed before stays within reach, whatever became of it.
    const organisation = await tx.organisation.findFirst({
      where: {
        id: organisationId,
        OR: [{ status: "verified" }, { candidates: { some: { userId } } }],
      },
      select: { id: true },
    });
    if (!organisation) throw notFound();
    await tx.candidate.upsert({ where: { userId }, create: { userId }, update: {} });
    const key = { userId_organisationId: { userId, organisationId } };
    const before = await tx.candidateOrganisation.findUnique({ where: key });
    if (place === "none") {
      await tx.candidateOrganisation.deleteMany({ where: { userId, organisationId } });
    } else {
      await tx.candidateOrganisation.upsert({
        where: key,
        create: { userId, organisationId, kind: place },
        update: { kind: place },
      });
    }
    const name = `organisation:${organisationId}`;
    await recordConsents(tx, userId, { [name]: before?.kind ?? "none" }, { [name]: place });
    await candidateChanged(tx, userId);
  });
}
