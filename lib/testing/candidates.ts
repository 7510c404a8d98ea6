import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import { signedIn } from "./fixtures";

type Given = Partial<Omit<Prisma.CandidateUncheckedCreateInput, "userId" | "texts" | "skills">> & {
  name?: string;
  texts?: Prisma.CandidateTextUncheckedCreateWithoutCandidateInput[];
  skills?: Prisma.CandidateSkillUncheckedCreateWithoutCandidateInput[];
};

/** A signed-in person whom every verified organisation may find, unless told otherwise. */
export async function openCandidate(given: Given = {}): Promise<UserActor> {
  const { name, texts = [], skills = [], ...fields } = given;
  const actor = await signedIn();
  const { userId } = actor;
  if (name !== undefined) await db().user.update({ where: { id: userId }, data: { name } });
  await db().candidate.create({
    data: {
      ...{ discoverability: "verified", ranked: true, ...fields, userId },
      ...{ texts: { create: texts }, skills: { create: skills } },
    },
  });
  return actor;
}
