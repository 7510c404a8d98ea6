import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { currentTrack } from "./current-track";

/** Slugs of the track's lessons that the actor has read. */
export async function readLessons(actor: Actor, trackSlug: string): Promise<Set<string>> {
  if (actor.kind !== "user") return new Set();
  const rows = await db().lessonProgress.findMany({
    where: { userId: actor.userId, trackSlug },
    select: { lessonSlug: true },
  });
  return new Set(rows.map((row) => row.lessonSlug));
}

/** Marks a lesson as read. Throws lesson_not_found. */
export async function completeLesson(actor: Actor, trackSlug: string, lessonSlug: string) {
  const { userId } = requireUser(actor);
  const { lessons } = await currentTrack(trackSlug);
  if (!lessons[lessonSlug]) throw notFound("lesson_not_found");
  await db().lessonProgress.createMany({
    data: { userId, trackSlug, lessonSlug },
    skipDuplicates: true,
  });
}
