import { randomUUID } from "node:crypto";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import { activeModel } from "@/lib/skills/active-model";
import { signedIn } from "./fixtures";

type Person = {
  candidate?: Partial<Prisma.CandidateUncheckedCreateInput>;
  headline?: string;
  summary?: string;
  locale?: "en" | "zh";
  /** Measured and shown: mean in logits. */
  skills?: Record<string, number>;
  name?: string;
};

/** A person whom every verified organisation may find and a program may rank. */
export async function findablePerson(person: Person = {}): Promise<UserActor> {
  const actor = await signedIn();
  const { userId } = actor;
  const { headline = "", summary = "", locale = "en", skills = {}, name } = person;
  if (name) await db().user.update({ where: { id: userId }, data: { name } });
  await db().candidate.create({
    data: {
      ...{ userId, discoverability: "verified", ranked: true, country: "DE" },
      ...person.candidate,
      texts: { create: { locale, headline, summary } },
      skills: {
        create: Object.keys(skills).map((skillSlug) => ({ skillSlug, showsBand: true })),
      },
    },
  });
  const { id: modelId } = await activeModel(db());
  for (const [skillSlug, mean] of Object.entries(skills)) {
    await db().skillEstimate.create({
      data: {
        ...{ userId, skillSlug, modelId, mean, sd: 0.4, low: mean - 0.6, high: mean + 0.6 },
        above: { novice: 0.9, working: 0.8, proficient: 0.5, expert: 0.1 },
        ...{ responses: 9, items: 3, contributions: [], computedAt: new Date() },
      },
    });
  }
  return actor;
}

/** A verified organisation with a recruiter, and an opening that asks for these skills. */
export async function hiringOrganisation(
  opening: Partial<Prisma.OpeningUncheckedCreateInput> = {},
  skills: { skillSlug: string; level: number; weight: number; must: boolean }[] = [],
) {
  const recruiter = await signedIn();
  const slug = `org-${randomUUID().slice(0, 8)}`;
  const organisation = await db().organisation.create({
    data: {
      ...{ slug, name: "An Employer", status: "verified", domainCode: randomUUID() },
      members: { create: { userId: recruiter.userId, role: "recruiter" } },
    },
  });
  const { id: openingId } = await db().opening.create({
    data: {
      ...{ organisationId: organisation.id, status: "open", titleEn: "Inference engineer" },
      textEn: "Serve large language models with low latency. Batch requests and cache attention.",
      ...opening,
      skills: { create: skills },
    },
  });
  return { recruiter, slug, organisationId: organisation.id, openingId };
}
