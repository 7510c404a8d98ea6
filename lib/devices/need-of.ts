import { challengeManifest, type DeviceNeed, deviceNeed } from "@/lib/content/challenge-manifest";
import { type Db, db } from "@/lib/platform/db";

const VERSION = { select: { challengeVersion: { select: { manifest: true } } } } as const;

/** What of a device a submission needs; undefined where none, or where it is gone. */
export async function needOfSubmission(id: string, tx: Db = db()): Promise<DeviceNeed | undefined> {
  return read(await tx.submission.findUnique({ where: { id }, ...VERSION }));
}

/** The same of a run. */
export async function needOfRun(id: string, tx: Db = db()): Promise<DeviceNeed | undefined> {
  return read(await tx.run.findUnique({ where: { id }, ...VERSION }));
}

const read = (found: { challengeVersion: { manifest: unknown } } | null) =>
  found ? deviceNeed(challengeManifest.parse(found.challengeVersion.manifest)) : undefined;
