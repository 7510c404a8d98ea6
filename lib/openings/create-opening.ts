import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { type RoleProfile, roleProfiles } from "@/lib/content/role-profiles";
import { addJob } from "@/lib/jobs/add-job";
import { actingMember, memberOf, RECRUITING } from "@/lib/organisations/membership";
import { once } from "@/lib/organisations/once";
import { takeShare } from "@/lib/organisations/take-share";
import { type Db, db } from "@/lib/platform/db";
import { InputError, notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import type { Prisma } from "@/lib/platform/prisma/client";
import { openingChanged } from "./opening-changed";
import { TEXT_LENGTH } from "./opening-fields";
import { plainText } from "./plain-text";

const startFields = z.discriminatedUnion("from", [
  z.object({ from: z.literal("blank") }),
  z.object({ from: z.literal("role"), role: z.string().max(64) }),
  z.object({
    from: z.literal("text"),
    text: plainText(TEXT_LENGTH).refine((text) => text.length >= 40, "description_short"),
  }),
]);

/**
 * Begins a draft: from a role profile, from a pasted description, which a worker reads for skills
 * and facts, or blank. Answers its id; the same idempotency key gives the same one again. Throws
 * InputError, not_found or organisation_limit.
 */
export async function createOpening(
  actor: Actor,
  organisation: string,
  input: unknown,
  key?: string,
): Promise<string> {
  const createdById = actingMember(actor);
  const start = parseFields(startFields, input);
  const role = start.from === "role" ? await knownRole(start.role) : null;
  const owner = await db().organisation.findFirst({
    where: {
      AND: [{ slug: organisation, status: { not: "suspended" } }, memberOf(actor, RECRUITING)],
    },
    select: { id: true },
  });
  if (!owner) throw notFound("organisation_not_found");
  const organisationId = owner.id;
  return once(organisationId, { key, asked: ["opening", start] }, async (tx) => {
    await takeShare("drafts", organisationId);
    const { id } = await tx.opening.create({
      data: { organisationId, createdById, ...(role && fromRole(role)) },
      select: { id: true },
    });
    if (start.from === "text") await askForProposal(tx, id, start.text);
    await openingChanged(tx, id);
    return id;
  });
}

async function knownRole(slug: string): Promise<RoleProfile> {
  const role = (await roleProfiles()).find((one) => one.slug === slug);
  if (!role) throw new InputError([{ path: "role", code: "role_unknown" }]);
  return role;
}

function fromRole(role: RoleProfile) {
  const lines = (all: string[]) => all.map((one) => `- ${one}`).join("\n");
  const asked = (must: boolean) => (one: RoleProfile["required"][number]) => ({
    ...{ skillSlug: one.skill, level: Math.round(one.level), weight: one.weight, must },
  });
  return {
    roleSlug: role.slug,
    ...{ titleEn: role.title.en, titleZh: role.title.zh },
    ...{ textEn: lines(role.responsibilities.en), textZh: lines(role.responsibilities.zh) },
    skills: { create: [...role.required.map(asked(true)), ...role.nice.map(asked(false))] },
  } satisfies Partial<Prisma.OpeningUncheckedCreateInput>;
}

/** Keeps the text and lets a worker read it. */
async function askForProposal(tx: Db, openingId: string, text: string): Promise<void> {
  await tx.openingProposal.create({ data: { openingId, text } });
  await addJob(tx, "propose-skills", { openingId });
}
