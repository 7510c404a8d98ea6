"use server";

import { revalidatePath } from "next/cache";
import { currentActor } from "@/app/_session/current-actor";
import { completeLesson } from "@/lib/tracks/lesson-progress";

export async function markRead(track: string, lesson: string): Promise<void> {
  await completeLesson(await currentActor(), track, lesson);
  revalidatePath("/", "layout");
}
