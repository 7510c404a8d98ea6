import { db } from "@/lib/platform/db";

/**
 * Shows a credential on its holder's profile where he shows an earlier one for the same thing: a
 * renewal takes nothing off his page. Does nothing where he shows none.
 */
export async function showInPlaceOf(earlier: readonly string[], credentialId: string) {
  const shown = await db().shownCredential.findFirst({
    where: { credentialId: { in: [...earlier] } },
    select: { userId: true },
  });
  if (!shown) return;
  await db().shownCredential.createMany({
    data: { credentialId, userId: shown.userId },
    skipDuplicates: true,
  });
}
