import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { CANDIDATE_PARTS, type ShownCandidate, shownCandidate } from "./shown-candidate";
import { shownEvidence } from "./shown-evidence";

/** Stands for an organisation in the name that is shown in place of his own. */
const ANY_ORGANISATION = "preview";

/**
 * The actor as an organisation would see him, by the code that shows him to one; null while there
 * is nothing to show. Whether one finds him at all is another matter.
 */
export async function previewOwn(actor: Actor, masked: boolean): Promise<ShownCandidate | null> {
  const { userId } = requireSession(actor);
  const [row, skills] = await Promise.all([
    db().candidate.findUnique({ where: { userId }, include: CANDIDATE_PARTS }),
    listSkills(),
  ]);
  if (!row) return null;
  const evidence = await shownEvidence(db(), [row]);
  const title = titlesOf(skills);
  const showing = { organisationId: ANY_ORGANISATION, masked, evidence, title, now: new Date() };
  return shownCandidate(row, showing);
}
