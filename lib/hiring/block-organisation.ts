import type { Actor } from "@/lib/auth/actor";
import { placeOrganisation } from "@/lib/candidates/place-organisation";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { ownCandidacy } from "./own-candidacy";

/** Blocks the organisation of a conversation: it neither finds nor sees nor writes any more. */
export async function blockOrganisation(actor: Actor, id: string): Promise<void> {
  const found = await db().candidacy.findFirst({
    where: ownCandidacy(actor, id),
    select: { opening: { select: { organisationId: true } } },
  });
  if (!found) throw notFound();
  const { organisationId } = found.opening;
  await placeOrganisation(actor, { organisationId, place: "blocked" });
}
