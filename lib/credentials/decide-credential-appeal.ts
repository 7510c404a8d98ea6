import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { credentialRules } from "@/lib/content/credential-rules";
import { addJob } from "@/lib/jobs/add-job";
import { db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { TEXT_MAX } from "./appeal-revocation";
import { mailCredential } from "./mail-credential";
import { writtenText } from "./written-text";

type Decision = { uphold: boolean; answer: string };

/**
 * Answers a holder's objection. Upheld, a credential is issued anew in the background. Throws
 * credential_not_found, revocation_appeal_closed, credential_not_offered or InputError.
 */
export async function decideCredentialAppeal(
  actor: Actor,
  id: string,
  { uphold, answer }: Decision,
): Promise<void> {
  requireAdmin(actor);
  const missing = { code: "answer_missing" };
  const said = writtenText(answer, { path: "answer", max: TEXT_MAX, missing });
  const found = await db().credential.findUnique({
    where: { id: requireId(id, "credential_not_found") },
    include: { appeal: true },
  });
  if (!found?.appeal) throw notFound("credential_not_found");
  const { userId, achievement } = found;
  if (uphold && !(await credentialRules()).some(({ slug }) => slug === achievement)) {
    throw new DomainError("conflict", "credential_not_offered");
  }
  await db().$transaction(async (tx) => {
    const { count } = await tx.credentialAppeal.updateMany({
      where: { credentialId: id, status: "open" },
      data: {
        ...{ status: uphold ? "upheld" : "declined", answer: said, decidedAt: new Date() },
        decidedById: actor.kind === "user" ? actor.userId : null,
      },
    });
    if (count === 0) throw new DomainError("conflict", "revocation_appeal_closed");
    await recordAudit(tx, actor, {
      action: uphold ? "credential.appeal_upheld" : "credential.appeal_declined",
      subject: `credential:${id}`,
    });
    if (uphold) await addJob(tx, "award-credentials", { userId });
  });
  await mailCredential("credentialAppealDecided", id);
}
