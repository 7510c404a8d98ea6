import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { InputError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { aboutField, organisationName, websiteField } from "./fields";
import { lockOrganisation } from "./lock-organisation";

const settingsFields = z.object({
  name: organisationName,
  website: websiteField,
  about: aboutField,
  blind: z.boolean(),
  requiresTotp: z.boolean(),
});

/**
 * An owner changes the organisation. A new name ends an admin's verification, who vouched for the
 * old one; a domain stays proven, since it is shown beside the name. Throws
 * organisation_not_found, or InputError (totp_first: nobody locks himself out).
 */
export async function updateSettings(actor: Actor, slug: string, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const fields = parseFields(settingsFields, input);
  await db().$transaction(async (tx) => {
    const before = await lockOrganisation(tx, actor, slug);
    if (fields.requiresTotp && !before.requiresTotp) {
      const own = await tx.totpFactor.count({ where: { userId, confirmedAt: { not: null } } });
      if (own === 0) throw new InputError([{ path: "requiresTotp", code: "totp_first" }]);
    }
    const renamed = fields.name !== before.name;
    const unvouched = renamed && before.status === "verified" && before.verifiedBy === "admin";
    const anew = { status: "unverified", verifiedBy: null, verifiedAt: null } as const;
    await tx.organisation.update({
      where: { id: before.id },
      data: { ...fields, ...(unvouched && anew) },
    });
    const { blind, requiresTotp } = fields;
    await recordAudit(tx, actor, {
      ...{ action: "organisation.changed", subject: `organisation:${before.id}` },
      data: { renamed, blind, requiresTotp },
    });
  });
}
