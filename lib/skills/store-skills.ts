import type { SkillMap } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";

/** Writes the skill map; skills that left it stay, since evidence may point at them. */
export async function storeSkills(map: SkillMap): Promise<void> {
  await db().$transaction(
    map.skills.map(({ slug, ...skill }, position) => {
      const data = { ...skill, position };
      return db().skill.upsert({ where: { slug }, create: { slug, ...data }, update: data });
    }),
  );
}
