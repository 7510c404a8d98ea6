import { type CredentialRule, credentialRules } from "@/lib/content/credential-rules";
import { localized } from "@/lib/content/schemas";
import { mailLocale } from "@/lib/mail/letters";
import { sendMail } from "@/lib/mail/send-mail";
import { shownLevel } from "@/lib/measurement/estimate";
import { measurementParameters } from "@/lib/measurement/parameters";
import { db } from "@/lib/platform/db";
import { aboveLevels } from "@/lib/skills/shown-estimate";
import { issueCredential } from "./issue-credential";
import { type Issuer, ownIssuer } from "./issuer";
import { bearingOn, shortfalls } from "./meets-rule";
import { type KnownStanding, readStanding } from "./read-standing";
import { revokeCredential } from "./revoke-credential";

const SYSTEM = { kind: "system" } as const;
const YEAR_MS = 365.25 * 24 * 3_600_000;
/** So long before it ends, a credential that is still deserved is issued anew. */
const RENEWED_BEFORE_MS = 60 * 24 * 3_600_000;

/**
 * Issues what a learner has earned, and revokes what rests on evidence that was withdrawn and is
 * earned no longer; a skill that merely fades keeps what it had until that ends. Nothing is issued
 * while the installation has no public address.
 */
export async function awardCredentials(userId: string): Promise<void> {
  await db().$transaction(
    async (tx) => {
      // Two at a time would each find that the learner holds none.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`credentials:${userId}`}, 0))`;
      await judgeAll(userId);
    },
    { timeout: 60_000 },
  );
}

async function judgeAll(userId: string): Promise<void> {
  const standing = await readStanding(userId);
  for (const rule of await credentialRules()) {
    const deserved = shortfalls(rule, standing).length === 0;
    const held = await heldCredential(userId, rule.slug);
    if (!deserved && held) await revokeIfWithdrawn(held, standing);
    const issuer = ownIssuer();
    if (deserved && issuer && isOpen(held)) await award(issuer, userId, rule, standing);
  }
}

type Held = NonNullable<Awaited<ReturnType<typeof heldCredential>>>;

const heldCredential = (userId: string, achievement: string) =>
  db().credential.findFirst({
    where: { userId, achievement, revokedAt: null },
    orderBy: { issuedAt: "desc" },
    include: { user: { select: { email: true, locale: true } } },
  });

const isOpen = (held: Held | null) =>
  !held?.validUntil ? held === null : held.validUntil.getTime() - Date.now() < RENEWED_BEFORE_MS;

/** The occasion names the submissions that it rests on: `<user>:<rule>:<submissions>`. */
const submissionsOf = ({ occasion }: { occasion: string }) =>
  occasion.split(":")[2]?.split(",") ?? [];

async function revokeIfWithdrawn(held: Held, { shown }: KnownStanding): Promise<void> {
  const standing = await db().skillEvidence.findMany({
    where: { submissionId: { in: submissionsOf(held) }, similarity: { not: "upheld" } },
    select: { submissionId: true },
  });
  const left = new Set([
    ...standing.map((one) => one.submissionId),
    ...shown.map((one) => one.submission),
  ]);
  if (submissionsOf(held).every((id) => left.has(id))) return;
  await revokeCredential(SYSTEM, held.id, "evidence_withdrawn");
  const title = localized.parse(held.title)[mailLocale(held.user.locale)];
  await sendMail(held.userId, held.user.email, {
    ...{ kind: "credentialRevoked", locale: held.user.locale, path: "/skills", params: { title } },
  });
}

async function award(
  issuer: Issuer,
  userId: string,
  rule: CredentialRule,
  standing: KnownStanding,
): Promise<void> {
  const bearing = bearingOn(rule, standing.shown);
  const ids = bearing.map(({ submission }) => submission).toSorted();
  const { slug, level, title, description, criteria } = rule;
  const { isNew } = await issueCredential(SYSTEM, {
    ...{ userId, occasion: `${userId}:${slug}:${ids.join(",")}` },
    achievement: { slug, level, title, description, criteria },
    estimates: await estimatesFor(userId, rule),
    evidence: bearing.map(({ challenge }) => ({
      url: `${issuer.url}/en/challenges/${challenge}`,
      name: challenge,
    })),
    validUntil: new Date(Date.now() + rule.valid_years * YEAR_MS),
  });
  if (!isNew) return;
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
  const params = { title: title[mailLocale(user.locale)] };
  await sendMail(userId, user.email, {
    ...{ kind: "credentialIssued", locale: user.locale, path: "/skills", params },
  });
}

/** The figures of the rule's skills, on the scale that is shown. */
async function estimatesFor(userId: string, { skills, level }: CredentialRule) {
  const [rows, named] = await Promise.all([
    db().skillEstimate.findMany({
      where: { userId, skillSlug: { in: skills } },
      include: { model: true },
    }),
    db().skill.findMany({ where: { slug: { in: skills } } }),
  ]);
  return rows.map(({ skillSlug, mean, low, high, above, model }) => ({
    ...{ skill: skillSlug, level, mean: shownLevel(mean), low: shownLevel(low) },
    title: localized.parse(named.find(({ slug }) => slug === skillSlug)?.title),
    high: shownLevel(high),
    probability: aboveLevels.parse(above)[level],
    cut: shownLevel(measurementParameters.parse(model.parameters).cuts[level]),
  }));
}
