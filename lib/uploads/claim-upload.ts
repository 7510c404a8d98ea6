import type { Db } from "@/lib/platform/db";
import { InputError } from "@/lib/platform/errors";

type Claim = { id: string; userId: string; challengeId: string };

/** Hands in a file: it is its owner's, whole, for this challenge and not used. Throws InputError. */
export async function claimUpload(tx: Db, { id, userId, challengeId }: Claim): Promise<void> {
  const used = await tx.upload.updateMany({
    where: { id, userId, challengeId, sha256: { not: null }, expiresAt: { not: null } },
    data: { expiresAt: null },
  });
  if (used.count === 0) throw new InputError([{ path: "upload", code: "upload_unusable" }]);
}
