import { type Db, db } from "@/lib/platform/db";
import { institutionsOf, redact } from "./redact";
import { resumeParts } from "./resume-parts";

/**
 * What takes the candidate's name, contact, schools and employers out of what he wrote. Nothing of
 * what is read for it leaves.
 */
export async function hideNames(userId: string, tx: Db = db()): Promise<(text: string) => string> {
  const { name, email, candidate } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true, candidate: { select: { texts: true } } },
  });
  const whole = (candidate?.texts ?? []).flatMap((text) => institutionsOf(resumeParts.parse(text)));
  return (text) => redact(text, { names: [name], whole: [email, ...whole] });
}
