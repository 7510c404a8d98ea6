import type { UserActor } from "@/lib/auth/actor";
import type { OpeningRef } from "@/lib/openings/opening-where";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import type { MemberRole } from "@/lib/platform/prisma/enums";
import { signedIn } from "./fixtures";

type Given = Partial<Omit<Prisma.OpeningUncheckedCreateInput, "organisationId" | "skills">> & {
  skills?: Prisma.OpeningSkillUncheckedCreateWithoutOpeningInput[];
};

let made = 0;

/** An employer with an owner, verified unless told otherwise. */
export async function employer(given: Partial<Prisma.OrganisationUncheckedCreateInput> = {}) {
  made += 1;
  const slug = `employer-${made}-${process.pid}`;
  const organisation = await db().organisation.create({
    data: { slug, name: `Employer ${made}`, domainCode: slug, status: "verified", ...given },
  });
  return { ...organisation, owner: await member(organisation.id, "owner") };
}
export type Employer = Awaited<ReturnType<typeof employer>>;

export async function member(organisationId: string, role: MemberRole): Promise<UserActor> {
  const actor = await signedIn();
  await db().member.create({ data: { organisationId, userId: actor.userId, role } });
  return actor;
}

/** An opening that is open and public, unless told otherwise. */
export async function openOpening(by: Employer, { skills = [], ...given }: Given = {}) {
  const opening = await db().opening.create({
    data: {
      ...{ organisationId: by.id, status: "open", public: true, publishedAt: new Date() },
      ...{ titleEn: "Training engineer", textEn: "Trains large models.", ...given },
      skills: { create: skills },
    },
  });
  const ref: OpeningRef = { organisation: by.slug, opening: opening.id };
  return { ...opening, ref };
}
