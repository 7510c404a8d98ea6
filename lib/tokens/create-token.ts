import { z } from "zod";
import { nameField } from "@/lib/accounts/fields";
import { recordAudit } from "@/lib/audit/record-audit";
import { type Actor, SCOPES } from "@/lib/auth/actor";
import { newSecret } from "@/lib/auth/one-time-secret";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { parseFields } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";

const CREATE_LIMIT = { name: "token-create", points: 30, seconds: 3600 };

const tokenFields = z.object({
  name: nameField.max(60, "name_long"),
  scopes: z.array(z.enum(SCOPES, { error: "scope_unknown" })).min(1, "scope_none"),
  days: z.coerce
    .number({ error: "days_range" })
    .int("days_range")
    .min(1, "days_range")
    .max(365, "days_range"),
});

/** A new personal access token; `secret` is shown this once. Only a session may make one. */
export async function createToken(
  actor: Actor,
  input: unknown,
): Promise<{ id: string; secret: string }> {
  const { userId } = requireSession(actor);
  const { name, scopes, days } = parseFields(tokenFields, input);
  await takePoint(CREATE_LIMIT, userId);
  const { secret, hash } = newSecret("ts_");
  return db().$transaction(async (tx) => {
    const { id } = await tx.accessToken.create({
      data: {
        userId,
        name,
        scopes: [...new Set(scopes)],
        tokenHash: hash,
        tail: secret.slice(-4),
        expiresAt: new Date(Date.now() + days * DAY_MS),
      },
    });
    const data = { scopes };
    await recordAudit(tx, actor, { action: "token.created", subject: `token:${id}`, data });
    return { id, secret };
  });
}
