import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { InputError } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { revokeCredential } from "./revoke-credential";
import { writtenText } from "./written-text";

/** Why a person revokes; the words stand in messages. */
export const REVOCATION_REASONS = ["not_the_person", "misconduct", "issued_in_error"] as const;

const NOTE_MAX = 2_000;

type Given = { reason: string; note: string };

/** Revokes a credential for a reason that its holder is told, in words too. Throws InputError. */
export async function revokeByPerson(actor: Actor, id: string, given: Given): Promise<void> {
  requireAdmin(actor);
  const reason = z.enum(REVOCATION_REASONS).safeParse(given.reason);
  if (!reason.success) throw new InputError([{ path: "reason", code: "reason_missing" }]);
  const missing = { code: "note_missing" };
  const note = writtenText(given.note, { path: "note", max: NOTE_MAX, missing });
  await revokeCredential(actor, requireId(id, "credential_not_found"), {
    reason: reason.data,
    note,
  });
}
