import { localized } from "@/lib/content/schemas";
import { type LetterKind, mailLocale } from "@/lib/mail/letters";
import { type Enclosure, sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";
import { badgeImage } from "./badge-image";

/** Letters about a credential, by what happened to it. */
type CredentialLetter = Extract<LetterKind, `credential${string}`>;

/** With these the credential itself goes along, as its badge and as a document. */
const ENCLOSING: readonly CredentialLetter[] = ["credentialIssued", "credentialCopy"];

/** Writes to the holder of a credential; the letter leads to its page. */
export async function mailCredential(kind: CredentialLetter, id: string): Promise<void> {
  const { userId, user, title, document } = await db().credential.findUniqueOrThrow({
    where: { id },
    select: {
      userId: true,
      title: true,
      document: true,
      user: { select: { email: true, locale: true } },
    },
  });
  const params = { title: localized.parse(title)[mailLocale(user.locale)] };
  const path = `/skills/credentials/${id}`;
  const enclosures = ENCLOSING.includes(kind) ? await enclosuresOf(id, document) : [];
  await sendMail(userId, user.email, { kind, locale: user.locale, path, params }, enclosures);
}

const enclosuresOf = async (id: string, document: string): Promise<Enclosure[]> => [
  {
    ...{ filename: `${id}.json`, content: Buffer.from(document) },
    contentType: "application/vc",
  },
  {
    ...{ filename: `${id}.png`, content: await badgeImage(id, "png") },
    contentType: "image/png",
  },
];
