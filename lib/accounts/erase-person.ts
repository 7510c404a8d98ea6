import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { forgetCandidate } from "@/lib/matching/forget-candidate";
import { closeOwnerless } from "@/lib/organisations/close-ownerless";
import type { Db } from "@/lib/platform/db";

type Person = { id: string; email: string; emailVerifiedAt: Date | null };

/**
 * Erases a person and all that is his; what stays, and why, is in personal-data.ts. The audit log
 * keeps his id, which nothing leads from to a name any more.
 */
export async function erasePerson(tx: Db, actor: Actor, person: Person): Promise<void> {
  const { id, email, emailVerifiedAt } = person;
  await recordAudit(tx, actor, { action: "user.deleted", subject: `user:${id}` });
  // One that nobody made would count as the operator's own.
  await tx.invitation.deleteMany({
    where: { OR: [{ usedById: id }, { createdById: id, usedAt: null }] },
  });
  // Without the proof that the mailbox is his, they are somebody else's.
  if (emailVerifiedAt) await forgetInvitationsTo(tx, email);
  await forgetPieces(tx, id);
  await forgetInHiring(tx, id);
  // What limits have counted of him; others' counters do not name him.
  await tx.$executeRaw`DELETE FROM "rate_limit" WHERE "key" LIKE ${`%${id}%`}`;
  await closeOwnerless(tx, id);
  await forgetCandidate(tx, id);
  await tx.user.delete({ where: { id } });
}

/** What hangs on him by no relation that the deletion follows. */
async function forgetInHiring(tx: Db, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "SavedSearch" SET "found" = array_remove("found", ${id}::uuid)
    WHERE ${id}::uuid = ANY ("found")`;
  // That somebody complained stays for who decides; what he wrote goes.
  await tx.abuseReport.updateMany({ where: { reporterId: id }, data: { text: "" } });
}

/** Project work that was his alone goes; a team's stays with the others, and so do marks he gave. */
async function forgetPieces(tx: Db, id: string): Promise<void> {
  await tx.piece.deleteMany({
    where: { members: { some: { userId: id }, every: { userId: id } } },
  });
  const files = await tx.pieceFile.findMany({
    where: { upload: { userId: id } },
    include: { piece: { include: { members: { where: { userId: { not: id } }, take: 1 } } } },
  });
  for (const { uploadId, piece } of files) {
    const [heir] = piece.members;
    if (heir) await tx.upload.update({ where: { id: uploadId }, data: { userId: heir.userId } });
  }
  await tx.review.deleteMany({ where: { reviewerId: id, role: "staff", submittedAt: null } });
}

async function forgetInvitationsTo(tx: Db, email: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { email } });
  await tx.organisationInvitation.deleteMany({ where: { email } });
  await tx.mailMessage.deleteMany({ where: { recipient: email, userId: null } });
}
