import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import { activeModel } from "@/lib/skills/active-model";
import { openCandidate } from "./candidates";
import { openOrganisation } from "./talent";

type Person = {
  candidate?: Omit<Parameters<typeof openCandidate>[0], "texts" | "skills">;
  headline?: string;
  summary?: string;
  locale?: "en" | "zh";
  /** Measured and shown: mean in logits. */
  skills?: Record<string, number>;
  name?: string;
};

/** A person whom every verified organisation may find and a program may rank. */
export async function findablePerson(person: Person = {}): Promise<UserActor> {
  const { headline = "", summary = "", locale = "en", skills = {}, name } = person;
  const actor = await openCandidate({
    ...{ country: "DE", ...person.candidate, ...(name !== undefined && { name }) },
    texts: [{ locale, headline, summary }],
    skills: Object.keys(skills).map((skillSlug) => ({ skillSlug, showsBand: true })),
  });
  const { userId } = actor;
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
  const { organisationId, slug, member: recruiter } = await openOrganisation({ role: "recruiter" });
  const { id: openingId } = await db().opening.create({
    data: {
      ...{ organisationId, status: "open", titleEn: "Inference engineer" },
      textEn: "Serve large language models with low latency. Batch requests and cache attention.",
      ...opening,
      skills: { create: skills },
    },
  });
  return { recruiter, slug, organisationId, openingId };
}
