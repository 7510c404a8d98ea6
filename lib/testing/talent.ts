import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/prisma/enums";
import { signedIn } from "./fixtures";

let organisations = 0;

type Wanted = { verified?: boolean; role?: MemberRole; blind?: boolean; requiresTotp?: boolean };

export type OpenedOrganisation = {
  organisationId: string;
  slug: string;
  /** Who owns it. */
  owner: UserActor;
  /** Its member in the role that was asked for; the owner where that is his. */
  member: UserActor;
};

/** An organisation with an owner, and with a member in `role` beside him. */
export async function openOrganisation({
  verified = true,
  role = "owner",
  blind = false,
  requiresTotp = false,
}: Wanted = {}): Promise<OpenedOrganisation> {
  organisations += 1;
  const slug = `works-${process.pid}-${organisations}`;
  const owner = await signedIn();
  const { id } = await db().organisation.create({
    data: {
      ...{ slug, name: `Works ${organisations}`, domainCode: `code-${slug}`, blind, requiresTotp },
      ...(verified && { status: "verified", verifiedBy: "admin", verifiedAt: new Date() }),
      members: { create: { userId: owner.userId, role: "owner" } },
    },
  });
  const member = role === "owner" ? owner : await addMember(id, role);
  return { organisationId: id, slug, owner, member };
}

/** One more person in the organisation. */
export async function addMember(organisationId: string, role: MemberRole): Promise<UserActor> {
  const person = await signedIn();
  await db().member.create({ data: { organisationId, userId: person.userId, role } });
  return person;
}
