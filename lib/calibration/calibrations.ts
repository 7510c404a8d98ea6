import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { activateModel, activeModel } from "@/lib/skills/active-model";
import { warnings } from "./warnings";

const SHOWN = 20;

/** The latest calibrations, and which one is in use; what an admin chooses from. */
export async function listCalibrations(actor: Actor) {
  requireAdmin(actor);
  const [{ calibrationId, pinned }, rows, waiting] = await Promise.all([
    activeModel(db()),
    db().calibration.findMany({
      orderBy: { madeAt: "desc" },
      take: SHOWN,
      include: { items: { select: { freed: true } } },
    }),
    db().measurementRun.count({ where: { finishedAt: null } }),
  ]);
  return {
    inUse: calibrationId,
    pinned,
    waiting: waiting > 0,
    calibrations: rows.map(({ id, madeAt, items, ...row }) => ({
      id,
      madeAt: madeAt.toISOString(),
      items: items.length,
      moved: items.filter(({ freed }) => freed !== "none").length,
      warnings: warnings.parse(row.warnings),
    })),
  };
}

/**
 * Puts a calibration into use, or with `author` the authors' words. No new one takes its place by
 * itself until `follow` says so, with which the latest that nothing speaks against is used.
 */
export async function chooseCalibration(actor: Actor, input: unknown): Promise<void> {
  requireAdmin(actor);
  const choice = z.stringFormat("calibration", /^[\w-]+$/).safeParse(input);
  if (!choice.success) throw notFound();
  const isFollowing = choice.data === "follow";
  await db().$transaction(async (tx) => {
    const model = await activeModel(tx);
    const found = isFollowing
      ? await tx.calibration.findFirst({
          where: { warnings: { equals: [] } },
          orderBy: { madeAt: "desc" },
        })
      : await tx.calibration.findUnique({ where: { id: choice.data } });
    if (!found && !isFollowing && choice.data !== "author") throw notFound();
    const calibrationId = found?.id ?? (isFollowing ? model.calibrationId : null);
    const id = await activateModel(tx, { ...model, calibrationId, pinned: !isFollowing });
    await recordAudit(tx, actor, {
      ...{ action: "measurement.calibration_chosen", subject: `measurement:${id}` },
      data: { calibration: calibrationId, follows: isFollowing },
    });
  });
}
