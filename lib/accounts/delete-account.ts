import type { Actor } from "@/lib/auth/actor";
<<<<<<< HEAD
import { closeOwnerless } from "@/lib/organisations/close-ownerless";
import { type Db, db } from "@/lib/platform/db";
=======
import { db } from "@/lib/platform/db";
>>>>>>> h-cand
import { confirmPerson, type Proof } from "./confirm-person";
import { erasePerson } from "./erase-person";
import { requireAnotherAdmin } from "./keep-an-admin";

/**
 * Deletes the person and all that is his at once, without the days of grace. The audit log keeps his id, which nothing leads from to
 * a name any more. Throws what confirmPerson throws, or last_admin.
 */
export async function deleteAccount(actor: Actor, proof: Proof): Promise<void> {
  const person = await confirmPerson(actor, proof);
  await db().$transaction(async (tx) => {
<<<<<<< HEAD
    await requireAnotherAdmin(tx, id);
    await recordAudit(tx, actor, { action: "user.deleted", subject: `user:${id}` });
    // One that nobody made would count as the operator's own.
    await tx.invitation.deleteMany({
      where: { OR: [{ usedById: id }, { createdById: id, usedAt: null }] },
    });
    // Without the proof that the mailbox is his, they are somebody else's.
    if (emailVerifiedAt) await forgetInvitationsTo(tx, email);
    await forgetPieces(tx, id);
    await closeOwnerless(tx, id);
    await tx.user.delete({ where: { id } });
  });
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
=======
    await requireAnotherAdmin(tx, person.id);
    await erasePerson(tx, actor, person);
  });
}
>>>>>>> h-cand
