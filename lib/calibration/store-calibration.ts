import { type CalibratedItems, itemKey } from "@/lib/measurement/calibrated-item";
import { contentName } from "@/lib/measurement/model-identity";
import type { Db } from "@/lib/platform/db";
import { activateModel, activeModel } from "@/lib/skills/active-model";
import type { CalibratedRow, CalibratedSkill } from "./calibrate-skill";
import { type Warning, warningsOf } from "./warnings";

/** Nobody is measured anew for less than this, in logits. */
const WORTH_WHILE = 0.05;

/**
 * Keeps a calibration under the name of its content and puts it into use, unless something speaks
 * against it, an admin has chosen what is in use, or hardly anything has changed. Returns its name;
 * null where nothing could be calibrated.
 */
export async function storeCalibration(
  tx: Db,
  calibrated: readonly CalibratedSkill[],
): Promise<string | null> {
  const rows = calibrated.flatMap((skill) => skill.rows);
  if (rows.length === 0) return null;
  const model = await activeModel(tx);
  const { prior, authorPrior, icc, calibration } = model.parameters;
  const skills = calibrated.map(({ summary }) => summary);
  const id = contentName({ made: { prior, authorPrior, icc, calibration }, skills, rows });
  const warnings = warningsOf(calibrated, model.parameters);
  const known = await tx.calibration.findUnique({ where: { id } });
  if (!known) {
    await tx.calibration.create({ data: { id, skills, warnings } });
    await tx.calibratedItem.createMany({
      data: rows.map((row) => ({ calibrationId: id, ...row })),
    });
  }
  if (takesEffect(model, warnings, rows)) {
    await activateModel(tx, { ...model, calibrationId: id });
  }
  return id;
}

function takesEffect(
  { pinned, items }: { pinned: boolean; items: CalibratedItems },
  warnings: readonly Warning[],
  rows: readonly CalibratedRow[],
): boolean {
  if (pinned || warnings.length > 0) return false;
  const moved = rows.filter(({ freed }) => freed !== "none");
  const isFewer = moved.length !== items.size;
  return isFewer || moved.some((row) => differs(row, items));
}

function differs(row: CalibratedRow, items: CalibratedItems): boolean {
  const before = items.get(itemKey(row.skillSlug, row.challengeSlug));
  if (!before || before.authorDifficulty !== row.authorDifficulty) return true;
  return (["difficulty", "difficultySd", "logDiscrimination", "logDiscriminationSd"] as const).some(
    (parameter) => Math.abs(before[parameter] - row[parameter]) >= WORTH_WHILE,
  );
}
