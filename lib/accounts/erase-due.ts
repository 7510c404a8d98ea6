import { postUnkept } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";
import { erasePerson } from "./erase-person";

/** Erases everybody whose days of grace are over, each by himself, and tells him. */
export async function eraseDue(): Promise<void> {
  const due = { eraseAt: { lte: new Date() } };
  const people = await db().user.findMany({ where: due, select: { id: true } });
  for (const { id } of people) {
    const gone = await db().$transaction(async (tx) => {
      // Taken back since, or erased by another worker.
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "User" WHERE "id" = ${id}::uuid FOR UPDATE`;
      const person = rows.length > 0 && (await tx.user.findFirst({ where: { id, ...due } }));
      if (!person) return null;
      await erasePerson(tx, { kind: "system" }, person);
      return person;
    });
    if (!gone?.emailVerifiedAt) continue;
    await postUnkept(gone.email, { kind: "erasureDone", locale: gone.locale });
  }
}
