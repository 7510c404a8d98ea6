import type { Actor } from "@/lib/auth/actor";
import { requireSession, requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { describeSkill } from "@/lib/skills/list-skills";

/** Shows one of the actor's skills on his public profile, or hides it. Throws skill_not_found. */
export async function showSkill(actor: Actor, skillSlug: string, shown: boolean): Promise<void> {
  const { userId } = requireSession(actor);
  await describeSkill(skillSlug);
  if (shown) {
    await db().shownSkill.createMany({ data: { userId, skillSlug }, skipDuplicates: true });
  } else {
    await db().shownSkill.deleteMany({ where: { userId, skillSlug } });
  }
}

/** Whether a skill of the actor's is shown, and the address of his profile while that is on. */
export async function readShown(actor: Actor, skillSlug: string) {
  const { userId } = requireUser(actor);
  const [row, handle] = await Promise.all([
    db().shownSkill.findUnique({ where: { userId_skillSlug: { userId, skillSlug } } }),
    db().profileHandle.findFirst({
      where: { userId, retiredAt: null, user: { publicProfile: { enabled: true } } },
    }),
  ]);
  return { shown: row !== null, handle: handle?.handle ?? null };
}
