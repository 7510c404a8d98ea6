import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { askedLanguages } from "./opening-fields";
import { publicOpenings } from "./public-openings";

/** A public opening, and whether the actor has applied. Throws opening_not_found. */
export async function readPublicOpening(actor: Actor, id: string) {
  const userId = actor.kind === "user" ? actor.userId : null;
  const found = await db().opening.findFirst({
    where: { AND: [{ id: requireId(id, "opening_not_found") }, publicOpenings()] },
    select: {
      ...{ id: true, titleEn: true, titleZh: true, textEn: true, textZh: true, place: true },
      ...{ country: true, workPlaces: true, languages: true, knockOuts: true, experience: true },
      ...{ payMin: true, payMax: true, payCurrency: true, payPeriod: true, publishedAt: true },
      ...{ closesAt: true, blind: true },
      skills: { orderBy: [{ must: "desc" }, { weight: "desc" }, { skillSlug: "asc" }] },
      organisation: {
        select: { id: true, name: true, website: true, about: true, blind: true },
      },
    },
  });
  if (!found) throw notFound("opening_not_found");
  const own = userId
    ? await db().application.findUnique({
        where: { openingId_userId: { openingId: found.id, userId } },
        select: { status: true },
      })
    : null;
  const title = titlesOf(await listSkills());
  const { blind, organisation, skills, languages, ...opening } = found;
  return {
    ...opening,
    organisation,
    languages: askedLanguages.parse(languages),
    skills: skills.map(({ skillSlug, level, must }) => ({
      ...{ slug: skillSlug, title: title(skillSlug), level, must },
    })),
    /** Whoever applies is shown without his name, until it is asked for with a reason. */
    blind: blind || organisation.blind,
    applied: own?.status === "sent",
  };
}
export type PublicOpening = Awaited<ReturnType<typeof readPublicOpening>>;
