import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { InputError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { leaderboardNameField, localeField, nameField } from "./fields";

const profileFields = z
  .object({ name: nameField, leaderboardName: leaderboardNameField, locale: localeField })
  .partial();

/** Changes what is given: name, name on leaderboards (empty: off them), language. */
export async function updateProfile(actor: Actor, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const { name, leaderboardName, locale } = parseFields(profileFields, input);
  try {
    await db().user.update({
      where: { id: userId },
      data: {
        ...(name !== undefined && { name }),
        ...(leaderboardName !== undefined && { leaderboardName }),
        ...(locale !== undefined && { locale }),
      },
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "P2002") throw error;
    throw new InputError([{ path: "leaderboardName", code: "name_taken" }]);
  }
}
