import { z } from "zod";
import { credentialRules } from "@/lib/content/credential-rules";
import { db } from "@/lib/platform/db";
import { showInPlaceOf } from "@/lib/profiles/show-in-place-of";
import { bilingual, evidenceInput, skillEstimate } from "./credential-input";
import { issueCredential } from "./issue-credential";
import { mailCredential } from "./mail-credential";

/** What a reissue takes from the credential that was revoked. */
const stored = z.looseObject({
  title: bilingual,
  estimates: z.array(skillEstimate),
});
const storedEvidence = z.looseObject({
  evidence: z.array(z.looseObject({ id: z.string(), name: z.string() })).default([]),
});

const occasionOf = (credentialId: string) => `appeal:${credentialId}`;

/**
 * Issues anew what was revoked where the holder's objection was upheld: the same figures and
 * evidence, to the same end. A bit in a status list is never taken back, so it is another credential.
 * It rests on a person's decision, so that evidence which is still withdrawn does not revoke it. One
 * that would have ended by now is not issued: nobody could use it.
 */
export async function reissueUpheld(userId: string, now = new Date()): Promise<void> {
  const upheld = await db().credential.findMany({
    where: {
      ...{ userId, appeal: { status: "upheld" } },
      OR: [{ validUntil: null }, { validUntil: { gt: now } }],
    },
  });
  const rules = new Map((await credentialRules()).map((rule) => [rule.slug, rule]));
  for (const revoked of upheld) {
    const rule = rules.get(revoked.achievement);
    if (!rule) continue;
    const { title, estimates } = stored.parse(revoked);
    const { evidence } = storedEvidence.parse(JSON.parse(revoked.document));
    const { slug, level, description, criteria } = rule;
    const { id, isNew } = await issueCredential(
      { kind: "system" },
      {
        ...{ userId, occasion: occasionOf(revoked.id), estimates },
        achievement: { slug, level, title, description, criteria },
        evidence: evidence.map(({ id: url, name }) => evidenceInput.parse({ url, name })),
        ...(revoked.validUntil && { validUntil: revoked.validUntil }),
      },
    );
    if (!isNew) continue;
    await showInPlaceOf([revoked.id], id);
    await mailCredential("credentialIssued", id);
  }
}
