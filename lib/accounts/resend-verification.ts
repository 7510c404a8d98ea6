import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { mailVerification } from "./mail-links";

/** Sends the person a new link to confirm his address, unless it is confirmed already. */
export async function resendVerification(actor: Actor): Promise<void> {
  const { userId } = requireUser(actor);
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { emailVerifiedAt: true },
  });
  if (!user.emailVerifiedAt) await mailVerification(userId);
}
