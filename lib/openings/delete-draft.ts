import type { Actor } from "@/lib/auth/actor";
import { RECRUITING } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { type OpeningRef, ownOpening } from "./opening-where";

/** Deletes an opening that never was open, and nobody stands beside. Throws opening_not_found. */
export async function deleteDraft(actor: Actor, ref: OpeningRef): Promise<void> {
  const { count } = await db().opening.deleteMany({
    where: {
      ...ownOpening(actor, ref, RECRUITING),
      ...{ status: "draft", candidacies: { none: {} }, applications: { none: {} } },
    },
  });
  if (count === 0) throw notFound("opening_not_found");
}
