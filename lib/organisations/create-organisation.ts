import { randomBytes } from "node:crypto";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";
import { aboutField, organisationName, websiteField } from "./fields";
import { FOUNDING } from "./limits";
import { slugOf, withEnding } from "./organisation-slug";

/** Organisations that one person may own. */
export const OWNED_MAX = 3;

const foundingFields = z.object({
  name: organisationName,
  website: websiteField,
  about: aboutField,
});

/**
 * Founds an organisation, whose founder owns it. It finds nobody until it is verified. Throws
 * email_unverified, organisations_enough or InputError.
 */
export async function createOrganisation(actor: Actor, input: unknown): Promise<{ slug: string }> {
  const { userId } = requireSession(actor);
  const fields = parseFields(foundingFields, input);
  await takePoint(FOUNDING, userId);
  return db().$transaction(async (tx) => {
    await requireRoom(tx, userId);
    const slug = await freeSlug(tx, fields.name);
    const { id } = await tx.organisation.create({
      data: {
        ...{ ...fields, slug, domainCode: randomBytes(16).toString("hex") },
        members: { create: { userId, role: "owner" } },
      },
    });
    await recordAudit(tx, actor, { action: "organisation.founded", subject: `organisation:${id}` });
    return { slug };
  });
}

/** Of two foundings at once by the same person, one waits for the other. */
async function requireRoom(tx: Db, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`;
  const { emailVerifiedAt } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  if (!emailVerifiedAt) throw new DomainError("forbidden", "email_unverified");
  const owned = await tx.member.count({ where: { userId, role: "owner" } });
  if (owned >= OWNED_MAX) {
    throw new DomainError("conflict", "organisations_enough", { max: OWNED_MAX });
  }
}

async function freeSlug(tx: Db, name: string): Promise<string> {
  const slug = slugOf(name);
  return (await tx.organisation.findUnique({ where: { slug } })) ? withEnding(slug) : slug;
}
