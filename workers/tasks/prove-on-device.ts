import { queueProof, readUnproven, recordSpeedProof } from "@/lib/challenges/prove-speed";
import { skillSlugs } from "@/lib/content/skill-slugs";
import { log } from "@/lib/platform/log";
import { proveChallenge } from "../grading/prove-challenge";
import { soon } from "./soon";
import type { Task } from "./task";

/** Runs the publish gate of a challenge on a device: only there are its speed marks tried. */
export const proveOnDevice: Task<"prove-on-device"> = {
  name: "prove-on-device",
  async handle({ versionId }, { desk, pool }) {
    const unproven = await readUnproven(versionId);
    if (!unproven) return;
    const { need, content } = unproven;
    const subject = `challenge-version:${versionId}`;
    const done = await desk.withDevice(need, subject, async (device) => {
      const report = await proveChallenge(pool, content, await skillSlugs(), { device });
      if (!report.holds) log.error({ slug: report.slug, report }, "speed marks do not hold here");
      await recordSpeedProof(versionId, report);
    });
    if (!done) await queueProof(versionId, soon());
  },
};
