import { randomBytes, randomUUID } from "node:crypto";
import { v7 as uuid } from "uuid";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { allocateStatusIndex } from "./allocate-status-index";
import { buildCredential, type Holder } from "./build-credential";
import {
  type AchievementInput,
  achievementInput,
  type EvidenceInput,
  evidenceInput,
  type SkillEstimate,
  skillEstimate,
} from "./credential-input";
import { type Issuer, requireIssuer } from "./issuer";
import { signingKey } from "./read-signing-keys";
import { signDataIntegrity } from "./sign-data-integrity";
import { signJwt } from "./sign-jwt";

export type IssueInput = {
  userId: string;
  /** What it is issued for, e.g. the rule and the evidence: the same one never issues twice. */
  occasion: string;
  /** Submissions that it rests on; none where a person decided that it be issued. */
  submissions?: string[];
  achievement: AchievementInput;
  estimates: SkillEstimate[];
  evidence: EvidenceInput[];
  validUntil?: Date;
};

type Issued = { id: string; isNew: boolean };

/**
 * Issues a credential: signs it in every form and keeps it. Whether it is deserved is the
 * caller's to have judged. Throws public_url_missing before anything is made.
 */
export async function issueCredential(actor: Actor, input: IssueInput): Promise<Issued> {
  requireAdmin(actor);
  const issuer = requireIssuer();
  const { occasion, userId } = input;
  const known = await db().credential.findUnique({ where: { occasion }, select: { id: true } });
  if (known) return { id: known.id, isNew: false };
  const { holder, locale } = await readHolder(userId);
  const id = uuid();
  const issuedAt = new Date();
  const status = await allocateStatusIndex();
  const estimates = input.estimates.map((one) => skillEstimate.parse(one));
  const achievement = achievementInput.parse(input.achievement);
  const document = buildCredential({
    ...{ id, issuer, locale, holder, status, achievement, estimates, validFrom: issuedAt },
    evidence: input.evidence.map((one) => evidenceInput.parse(one)),
    ...(input.validUntil && { validUntil: input.validUntil }),
  });
  const signed = await signAll(document, issuer, issuedAt);
  return db().$transaction(async (tx) => {
    const { count } = await tx.credential.createMany({
      data: {
        ...{ id, userId, occasion, estimates, locale, issuedAt, ...signed },
        ...{ achievement: achievement.slug, level: achievement.level, title: achievement.title },
        ...{ statusListId: status.list, statusListIndex: status.index },
        ...{ validUntil: input.validUntil ?? null, submissions: input.submissions ?? [] },
      },
      skipDuplicates: true,
    });
    if (count === 0) {
      const first = await tx.credential.findUniqueOrThrow({ where: { occasion } });
      return { id: first.id, isNew: false };
    }
    await recordAudit(tx, actor, { action: "credential.issued", subject: `credential:${id}` });
    return { id, isNew: true };
  });
}

async function signAll(document: ReturnType<typeof buildCredential>, issuer: Issuer, at: Date) {
  const ed25519 = await signingKey("Ed25519");
  const rsa = await signingKey("RS256");
  return {
    document: JSON.stringify(await signDataIntegrity(document, issuer, ed25519, at)),
    jwtEdDsa: await signJwt(document, issuer, ed25519),
    jwtRs256: await signJwt(document, issuer, rsa),
  };
}

/** Its subject is named anew each time: the account's id would outlive the account in it. */
async function readHolder(userId: string) {
  const user = await db().user.findUnique({ where: { id: userId } });
  if (!user) throw notFound("user_not_found");
  const holder: Holder = {
    id: `urn:uuid:${randomUUID()}`,
    name: user.name,
    // An address that was never confirmed may be another's.
    ...(user.emailVerifiedAt && { email: user.email }),
    salt: randomBytes(16).toString("hex"),
  };
  return { holder, locale: user.locale === "zh" ? ("zh" as const) : ("en" as const) };
}
