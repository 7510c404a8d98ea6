import { type Db, db } from "@/lib/platform/db";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { visibleTo } from "./findable-by";
import { CANDIDATE_PARTS, type ShownCandidate, shownCandidate } from "./shown-candidate";
import { shownEvidence } from "./shown-evidence";

export type { ShownCandidate } from "./shown-candidate";

/** Who looks: an organisation, beside one of its openings or by itself. */
export type Viewer = { organisationId: string; openingId: string | null };

/**
 * Candidates as a viewer may see them, by their own id, which stays on the server. Those whom he may
 * not see are not in it. The one way by which anything of a candidate reaches an organisation.
 */
export async function showCandidates(
  { organisationId, openingId }: Viewer,
  userIds: readonly string[],
  tx: Db = db(),
): Promise<Map<string, ShownCandidate>> {
  const [rows, blind, skills] = await Promise.all([
    tx.candidate.findMany({
      where: { userId: { in: [...userIds] }, ...visibleTo(organisationId, openingId) },
      include: {
        ...CANDIDATE_PARTS,
        candidacies: {
          where: { openingId: openingId ?? "00000000-0000-0000-0000-000000000000" },
          select: { unmaskedAt: true },
        },
      },
    }),
    isBlind(tx, organisationId, openingId),
    listSkills(),
  ]);
  const evidence = await shownEvidence(tx, rows);
  const title = titlesOf(skills);
  const now = new Date();
  return new Map(
    rows.map((row): [string, ShownCandidate] => {
      const masked = (row.blind || blind) && !row.candidacies.some(({ unmaskedAt }) => unmaskedAt);
      return [row.userId, shownCandidate(row, { organisationId, masked, evidence, title, now })];
    }),
  );
}

/** Whether names are hidden from the organisation here, whatever candidates chose. */
async function isBlind(tx: Db, organisationId: string, openingId: string | null): Promise<boolean> {
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { blind: true },
  });
  if (organisation.blind || openingId === null) return organisation.blind;
  const opening = await tx.opening.findFirst({
    where: { id: openingId, organisationId },
    select: { blind: true },
  });
  return opening?.blind ?? true;
}
