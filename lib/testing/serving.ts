import { db } from "@/lib/platform/db";
import { registerWorker } from "@/lib/workers/heartbeat";
import { publishSmall } from "./fixtures";

/** Who passes all of these earns the credential of this rule. */
export const SERVING_RULE = "model-serving-working";
export const SERVING_CHALLENGES = ["one", "two", "three", "four", "five", "six"];

/** Publishes them, with the skill that they bear on and the worker that `judged` names. */
export async function publishServing(): Promise<void> {
  await registerWorker("w", 1, {});
  for (const slug of SERVING_CHALLENGES) {
    await publishSmall(slug, { skill: "serving-api", difficulty: 0.5 });
  }
  const title = { en: "Serving", zh: "服务" };
  const skill = { pillar: "B", position: 0, title, description: title, aliases: {} };
  await db().skill.upsert({
    where: { slug: "serving-api" },
    create: { slug: "serving-api", ...skill },
    update: {},
  });
}
