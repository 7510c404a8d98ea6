import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { shownLevel } from "@/lib/measurement/estimate";
import { LEVELS, type Level } from "@/lib/measurement/parameters";
import { db } from "@/lib/platform/db";
import { InputError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { activateModel, activeModel } from "./active-model";

/** A cut on the scale that is shown. Nearer to its ends, nobody could be told apart. */
const cut = z.coerce.number("cut_range").min(2, "cut_range").max(98, "cut_range");
const fields = z.object({ novice: cut, working: cut, proficient: cut, expert: cut });

const DECIMALS = 4;
/** The ability, in logits, of a level from 0 to 100. */
const abilityAt = (level: number) => Number(Math.log(level / (100 - level)).toFixed(DECIMALS));

/** Where each level begins now, from 0 to 100, and under which model. */
export async function readCuts(actor: Actor) {
  requireAdmin(actor);
  const { id, parameters } = await activeModel(db());
  const cuts = LEVELS.map((level) => [level, shownLevel(parameters.cuts[level])]);
  const waiting = await db().skillEstimate.count({ where: { modelId: { not: id } } });
  return { model: id, waiting, cuts: Object.fromEntries(cuts) as Record<Level, number> };
}

/**
 * Sets where the levels begin. Everybody is measured anew in the background; credentials that were
 * issued stay. Throws InputError unless every cut lies above the one before it.
 */
export async function changeCuts(actor: Actor, input: unknown): Promise<void> {
  requireAdmin(actor);
  const wanted = parseFields(fields, input);
  const wrong = LEVELS.find((level, index) => {
    const below = LEVELS[index - 1];
    return below !== undefined && wanted[level] <= wanted[below];
  });
  if (wrong) throw new InputError([{ path: wrong, code: "cut_order" }]);
  const cuts = Object.fromEntries(LEVELS.map((level) => [level, abilityAt(wanted[level])]));
  await db().$transaction(async (tx) => {
    const model = await activeModel(tx);
    const parameters = { ...model.parameters, cuts: { ...model.parameters.cuts, ...cuts } };
    const id = await activateModel(tx, { ...model, parameters });
    await recordAudit(tx, actor, {
      ...{ action: "measurement.cuts_changed", subject: `measurement:${id}` },
      data: { ...wanted },
    });
  });
}
