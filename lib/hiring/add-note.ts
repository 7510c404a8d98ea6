import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { neededText } from "@/lib/openings/plain-text";
import { db } from "@/lib/platform/db";
import { parseFields } from "@/lib/platform/parse-fields";
import { type CandidacyRef, requireCandidacy, workplace } from "./candidacy-where";

const noteFields = z.object({ text: neededText(4000) });

/** A note for the organisation's own members. Throws InputError, candidate_not_found. */
export async function addNote(actor: Actor, ref: CandidacyRef, input: unknown): Promise<void> {
  const { userId: memberId } = requireSession(actor);
  const { text } = parseFields(noteFields, input);
  await db().$transaction(async (tx) => {
    const place = await workplace(tx, actor, ref);
    const { id } = await requireCandidacy(tx, place, ref.candidate);
    await tx.candidacyEvent.create({ data: { candidacyId: id, memberId, kind: "note", text } });
  });
}
