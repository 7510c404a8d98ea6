import { z } from "zod";
import type { SessionClaims } from "@/lib/auth/session";
import { type Db, db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { requireNoFactor } from "@/lib/second-factor/second-factor-needed";
import { createUser } from "./create-user";
import { endAllAccess } from "./end-access";
import { emailField, nameField } from "./fields";

const identitySchema = z.object({
  provider: z.string().min(1),
  providerAccountId: z.string().min(1),
  email: emailField,
  emailVerified: z.boolean(),
  name: nameField.catch(""),
  locale: z.enum(["en", "zh"]).catch("en"),
});
type Identity = z.output<typeof identitySchema>;

const wanted = { id: true, sessionVersion: true, disabledAt: true } as const;

/**
 * The account of somebody who signed in with GitHub, Google or an OIDC provider: the one already
 * joined, else the one whose address both sides have verified, else a new one.
 * Throws outside_email_unverified, account_disabled, signup_closed, signup_by_invitation, or
 * SecondFactorNeeded.
 */
export async function joinOutsideIdentity(input: unknown): Promise<SessionClaims> {
  const identity = parseFields(identitySchema, input);
  const user = await db().$transaction((tx) => findOrJoin(tx, identity));
  if (user.disabledAt) throw new DomainError("forbidden", "account_disabled");
  const claims = { userId: user.id, sessionVersion: user.sessionVersion };
  await requireNoFactor(claims);
  await db().user.update({ where: { id: user.id }, data: { lastSeenAt: new Date() } });
  return claims;
}

async function findOrJoin(tx: Db, identity: Identity) {
  const { provider, providerAccountId } = identity;
  const known = await tx.outsideIdentity.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: wanted } },
  });
  if (known) return known.user;
  if (!identity.emailVerified) throw new DomainError("forbidden", "outside_email_unverified");
  const userId = (await claimExisting(tx, identity)) ?? (await openVerified(tx, identity));
  await tx.outsideIdentity.create({ data: { userId, provider, providerAccountId } });
  return tx.user.findUniqueOrThrow({ where: { id: userId }, select: wanted });
}

/** An account nobody had proved the address of now belongs to its owner: the password dies. */
async function claimExisting(tx: Db, { email, name }: Identity): Promise<string | null> {
  const user = await tx.user.findUnique({ where: { email } });
  if (!user) return null;
  if (user.disabledAt) throw new DomainError("forbidden", "account_disabled");
  if (!user.emailVerifiedAt) {
    await endAllAccess(tx, user.id);
    await tx.user.update({
      where: { id: user.id },
      data: { emailVerifiedAt: new Date(), passwordHash: null, name: name || user.name },
    });
  }
  return user.id;
}

async function openVerified(tx: Db, { email, name, locale }: Identity): Promise<string> {
  const { SIGNUP } = settings();
  if (SIGNUP === "closed") throw new DomainError("forbidden", "signup_closed");
  if (SIGNUP === "invitation") throw new DomainError("forbidden", "signup_by_invitation");
  const fallback = email.split("@")[0] ?? email;
  const user = await createUser(tx, {
    email,
    name: name || fallback,
    locale,
    emailVerifiedAt: new Date(),
  });
  if (!user) throw new DomainError("conflict", "try_again");
  return user.id;
}
