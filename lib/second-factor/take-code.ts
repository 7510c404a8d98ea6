import { type Db, db } from "@/lib/platform/db";
import { InputError, SettingsError } from "@/lib/platform/errors";
import { forgetPoints, type Limit, takePoint } from "@/lib/platform/rate-limit";
import { unseal } from "@/lib/platform/seal";
import { withoutCode } from "./recovery-codes";
import { matchingStep } from "./totp";

/** Wrong codes of one person: of a million codes three count at a time. */
const SOON: Limit = { name: "second-factor", points: 10, seconds: 900 };
const DAY: Limit = { name: "second-factor-day", points: 60, seconds: 86_400 };

type Want = { confirmed: boolean; recovery: boolean };

export const sealOf = (userId: string) => ({ purpose: "touchstone second factor", id: userId });

/** Takes a right code of the app, or a recovery code, once. Throws code_wrong or rate_limited. */
export async function takeCode(userId: string, code: string): Promise<void> {
  await takeCodeIn(userId, code, { confirmed: true, recovery: true }, async () => undefined);
}

/** The same, and `then` in its transaction. */
export async function takeCodeIn<T>(
  userId: string,
  code: string,
  want: Want,
  then: (tx: Db) => Promise<T>,
): Promise<T> {
  await takePoint(SOON, userId);
  await takePoint(DAY, userId);
  const result = await db().$transaction(async (tx) => {
    await spend(tx, userId, code, want);
    return then(tx);
  });
  await forgetPoints(SOON, userId);
  await forgetPoints(DAY, userId);
  return result;
}

async function spend(tx: Db, userId: string, code: string, want: Want): Promise<void> {
  // Of two sign-ins with one code, the later sees that it was taken.
  await tx.$queryRaw`SELECT 1 FROM "TotpFactor" WHERE "userId" = ${userId}::uuid FOR UPDATE`;
  const factor = await tx.totpFactor.findFirst({
    where: { userId, confirmedAt: want.confirmed ? { not: null } : null },
  });
  if (!factor) throw wrong();
  const { sealed, lastStep, recoveryHashes } = factor;
  const now = { now: Date.now(), last: lastStep };
  const step = matchingStep(open(userId, sealed), code.replace(/\s/g, ""), now);
  const left = step === null && want.recovery ? withoutCode(recoveryHashes, code) : null;
  if (step === null && !left) throw wrong();
  await tx.totpFactor.update({
    where: { userId },
    data: step === null ? { recoveryHashes: left ?? [] } : { lastStep: step },
  });
}

const wrong = () => new InputError([{ path: "code", code: "code_wrong" }]);

function open(userId: string, sealed: Uint8Array): Buffer {
  try {
    return unseal(sealOf(userId), sealed);
  } catch {
    throw new SettingsError([
      "AUTH_SECRET is not the one that second factors were sealed with: restore it",
    ]);
  }
}
