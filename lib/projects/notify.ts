import type { Localized } from "@/lib/content/schemas";
import { mailLocale } from "@/lib/mail/letters";
import { sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";

/** A letter about a project, to be sent once what it tells of is committed. */
export type Notice = {
  kind: "reviewAssigned" | "reviewDue" | "marksOut" | "appealDecided";
  userIds: string[];
  title: Localized;
  /** Path below /<locale>. */
  path: string;
  dueAt?: Date | null;
};

/** Sends each notice in its reader's language. */
export async function sendNotices(notices: readonly Notice[]): Promise<void> {
  for (const { kind, userIds, title, path, dueAt } of notices) {
    const people = await db().user.findMany({
      where: { id: { in: userIds }, disabledAt: null, eraseAt: null },
      select: { id: true, email: true, locale: true },
    });
    for (const { id, email, locale } of people) {
      const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
      const params = {
        title: title[mailLocale(locale)],
        date: dueAt ? day.format(dueAt) : "",
      };
      await sendMail(id, email, { kind, locale, path, params });
    }
  }
}
