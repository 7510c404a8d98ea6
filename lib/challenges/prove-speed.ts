import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { challengeManifest, deviceNeed } from "@/lib/content/challenge-manifest";
import { flagOf } from "@/lib/devices/flags";
import { addJob } from "@/lib/jobs/add-job";
import { db } from "@/lib/platform/db";
import type { GateReport } from "./publish-gate";

const SYSTEM = { kind: "system" } as const;

/** A published version whose speed marks no device of this installation has proven; else null. */
export async function readUnproven(versionId: string) {
  const found = await db().challengeVersion.findFirst({
    where: { id: versionId, speedProvenAt: null },
  });
  if (!found) return null;
  const manifest = challengeManifest.parse(found.manifest);
  const need = deviceNeed(manifest);
  const files = z.record(z.string(), z.string()).parse(found.files);
  return need ? { need, content: { manifest, files, contentHash: found.contentHash } } : null;
}

/** Queues the proof again, for a device that is free later. */
export async function queueProof(versionId: string, runAt: Date): Promise<void> {
  const unproven = await readUnproven(versionId);
  if (!unproven) return;
  await addJob(db(), "prove-on-device", { versionId }, { runAt, flags: [flagOf(unproven.need)] });
}

/** Notes what the gate said on a device. What it refused stays published, and admins can read why. */
export async function recordSpeedProof(versionId: string, report: GateReport): Promise<void> {
  const subject = `challenge-version:${versionId}`;
  await db().$transaction(async (tx) => {
    if (report.holds) {
      const data = { speedProvenAt: new Date() };
      await tx.challengeVersion.update({ where: { id: versionId }, data });
      return recordAudit(tx, SYSTEM, { action: "challenge.speed_proven", subject });
    }
    const wrong = report.rows.filter(({ holds }) => !holds);
    const data = {
      problems: report.problems,
      wrong: wrong.map(({ folder, file, verdict }) => `${folder}/${file} ends as ${verdict}`),
    };
    return recordAudit(tx, SYSTEM, { action: "challenge.speed_refused", subject, data });
  });
}
