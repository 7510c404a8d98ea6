import { appealRevocation } from "@/lib/credentials/appeal-revocation";
import { decideCredentialAppeal } from "@/lib/credentials/decide-credential-appeal";
import { issueCredential } from "@/lib/credentials/issue-credential";
import { revokeByPerson } from "@/lib/credentials/revoke-by-person";
import { db } from "@/lib/platform/db";
import { handIn } from "@/lib/projects/hand-in";
import { currentProject } from "@/lib/projects/project-version";
import { saveReport } from "@/lib/projects/save-report";
import { sendStaffMarks } from "@/lib/projects/staff-marks";
import { startPiece } from "@/lib/projects/start-piece";
import { long } from "./payloads";
import type { Person } from "./people";

const PROJECT = "maas-design-doc";
const markdown = `${long("Piece.report")}

[a link](javascript:hit()) <a href="javascript:hit()">another</a> ![](javascript:hit())

`;

/** A piece that a peer and staff have marked, to whose marks its author objects. */
export async function markedPiece(
  { actor }: Person,
  { peer, staff, answered }: { peer: Person; staff: Person; answered: boolean },
) {
  const { manifest } = await currentProject(PROJECT);
  const { id } = await startPiece(actor, PROJECT);
  await saveReport(actor, id, { report: markdown + "A word. ".repeat(400), revision: 0 });
  const { submission } = await handIn(actor, id, { anonymous: true });
  const mark = { level: 2, comment: long("Review.marks") };
  const marks = Object.fromEntries(manifest.rubric.map(({ slug }) => [slug, mark]));
  // What a cohort of reviewers, a calibration and a team would take a long walk to come to.
  await db().pieceMember.updateMany({
    where: { pieceId: id },
    data: { statement: long("PieceMember.statement") },
  });
  await db().piece.update({ where: { id }, data: { status: "reviewing" } });
  const { userId: reviewerId } = peer.actor;
  await db().review.create({
    data: {
      ...{ pieceId: id, reviewerId, role: "peer", marks, calibrated: true },
      submittedAt: new Date(),
    },
  });
  await sendStaffMarks(staff.actor, id, marks);
  const answer = answered ? long("Appeal.answer") : "";
  await db().appeal.create({
    data: {
      ...{ pieceId: id, byId: actor.userId, text: long("Appeal.text"), answer },
      status: answered ? "declined" : "open",
    },
  });
  return { piece: id, submission };
}

const both = (text: string) => ({ en: text, zh: text });

/** A credential that an admin revoked, to which its holder objects. */
export async function revokedCredential(
  { actor }: Person,
  { admin, answered }: { admin: Person; answered: boolean },
): Promise<string> {
  const { id } = await issueCredential(admin.actor, {
    ...{ userId: actor.userId, occasion: `hostile ${actor.userId}`, evidence: [] },
    achievement: {
      ...{ slug: "attention", level: "working", title: both("Attention") },
      ...{ description: both("Attention."), criteria: both("Attention.") },
    },
    estimates: [
      {
        ...{ skill: "attention", title: both("Attention"), level: "working" },
        ...{ mean: 50, low: 40, high: 60, probability: 0.9, cut: 45 },
      },
    ],
  });
  const note = long("Credential.revocationNote");
  await revokeByPerson(admin.actor, id, { reason: "misconduct", note });
  await appealRevocation(actor, id, long("CredentialAppeal.text"));
  if (answered) {
    const answer = long("CredentialAppeal.answer");
    await decideCredentialAppeal(admin.actor, id, { uphold: false, answer });
  }
  return id;
}
