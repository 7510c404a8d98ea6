import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { parseFields } from "@/lib/platform/parse-fields";
import { claimHandle } from "./claim-handle";
import { profileFields } from "./profile-fields";

/**
 * Keeps the actor's public profile as he wants it, switched on or off. What is not named is not
 * shown; what is not his, or is unknown, is not either. Throws InputError.
 */
export async function saveProfile(actor: Actor, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const { handle, skills, credentials, languages, ...rest } = parseFields(profileFields, input);
  const profile = { ...rest, languages: [...new Set(languages)].sort() };
  await db().$transaction(async (tx) => {
    await claimHandle(tx, userId, handle);
    await tx.publicProfile.upsert({
      where: { userId },
      create: { userId, ...profile },
      update: profile,
    });
    await showSkills(tx, userId, skills);
    await showCredentials(tx, userId, credentials);
  });
}

async function showSkills(tx: Db, userId: string, wanted: string[]): Promise<void> {
  const known = await tx.skill.findMany({ select: { slug: true } });
  const shown = known.filter(({ slug }) => wanted.includes(slug));
  await tx.shownSkill.deleteMany({ where: { userId } });
  await tx.shownSkill.createMany({
    data: shown.map(({ slug }) => ({ userId, skillSlug: slug })),
  });
}

async function showCredentials(tx: Db, userId: string, wanted: string[]): Promise<void> {
  const own = await tx.credential.findMany({ where: { userId }, select: { id: true } });
  const shown = own.filter(({ id }) => wanted.includes(id));
  await tx.shownCredential.deleteMany({ where: { userId } });
  await tx.shownCredential.createMany({
    data: shown.map(({ id }) => ({ userId, credentialId: id })),
  });
}
