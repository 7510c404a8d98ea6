import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { answerDue, mayAppeal } from "./appeal-revocation";
import { linkedInLink } from "./linkedin-link";
import { credentialFigures, typedCredential } from "./read-credential";

/** One of the actor's own credentials, with what may be done about it. Throws credential_not_found. */
export async function readOwnCredential(actor: Actor, id: string) {
  const { userId } = requireUser(actor);
  const found = await db().credential.findFirst({
    where: { id: requireId(id, "credential_not_found"), userId },
    select: { ...credentialFigures, revocationNote: true, appeal: true },
  });
  if (!found) throw notFound("credential_not_found");
  const { appeal, revocationNote, ...rest } = found;
  const credential = typedCredential(rest);
  const { title, issuedAt, validUntil } = credential;
  return {
    ...credential,
    revocationNote,
    appeal: appeal && {
      ...{ status: appeal.status, text: appeal.text, answer: appeal.answer },
      due: answerDue(appeal),
    },
    mayAppeal: mayAppeal(found, new Date()),
    linkedIn: {
      en: linkedInLink({ id, title: title.en, issuedAt, validUntil }),
      zh: linkedInLink({ id, title: title.zh, issuedAt, validUntil }),
    },
  };
}
