import nodemailer from "nodemailer";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { composeLetter, type Letter } from "./letters";

export type Enclosure = { filename: string; content: Buffer; contentType: string };

/**
 * Keeps the letter and, where an SMTP server is set, posts it. Call it after the commit.
 * @param userId whose account it is about: it goes when that does
 * @param enclosures go along with what is posted, and are not kept
 */
export async function sendMail(
  userId: string | null,
  recipient: string,
  letter: Letter,
  enclosures: Enclosure[] = [],
): Promise<void> {
  const message = await db().mailMessage.create({
    data: { userId, recipient, ...composeLetter(letter) },
    select: { id: true, recipient: true, subject: true, text: true },
  });
  const { SMTP_URL } = settings();
  // The reader of the page does not wait for the mail server; the outcome stands on the mail page.
  if (SMTP_URL) void post(SMTP_URL, message, enclosures);
}

/** Posts a letter of which nothing is kept: its reader has been erased. */
export async function postUnkept(recipient: string, letter: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = settings();
  if (!SMTP_URL) return;
  try {
    const transport = nodemailer.createTransport(SMTP_URL);
    await transport.sendMail({ from: MAIL_FROM, to: recipient, ...composeLetter(letter) });
  } catch (error) {
    // The mail server's words may hold the address.
    log.warn({ code: (error as { code?: unknown }).code }, "last letter could not be sent");
  }
}

type Message = { id: string; recipient: string; subject: string; text: string };

async function post(
  server: string,
  { id, recipient, subject, text }: Message,
  attachments: Enclosure[],
): Promise<void> {
  try {
    const transport = nodemailer.createTransport(server);
    await transport.sendMail({
      from: settings().MAIL_FROM,
      to: recipient,
      subject,
      text,
      attachments,
    });
    const sent = { status: "sent" as const, sentAt: new Date(), text: withoutSecret(text) };
    await db().mailMessage.update({ where: { id }, data: sent });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ mailId: id, reason }, "mail could not be sent");
    await db()
      .mailMessage.update({ where: { id }, data: { status: "failed", error: reason } })
      .catch((fault: unknown) => log.error({ err: fault, mailId: id }, "mail status lost"));
  }
}

/** Once delivered, the link's secret has no business in the database. */
const withoutSecret = (text: string) => text.replace(/(\?token=)[\w-]+/g, "$1…");
