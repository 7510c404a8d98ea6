import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { mailOwners } from "./mail-owners";

const said = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(2000, "report_long")
    .refine((text) => !text.includes("\0"), "name_characters");

const noteFields = z.object({ note: said("note_missing") });
const reasonFields = z.object({ reason: said("reason_missing") });

/** An admin vouches for an organisation; his note says what he saw. */
export async function verifyByAdmin(actor: Actor, id: string, input: unknown): Promise<void> {
  requireAdmin(actor);
  const { note } = parseFields(noteFields, input);
  const verified = { status: "verified", verifiedBy: "admin", verifiedAt: new Date() } as const;
  await db().$transaction(async (tx) => {
    await change(tx, requireId(id), "unverified", verified);
    await recordAudit(tx, actor, {
      ...{ action: "organisation.verified", subject: `organisation:${id}` },
      data: { by: "admin", note },
    });
  });
  await mailOwners("organisationVerified", id);
}

/** An admin stops an organisation at once: it finds nobody, and nothing of it is public. */
export async function suspendOrganisation(actor: Actor, id: string, input: unknown): Promise<void> {
  requireAdmin(actor);
  const { reason } = parseFields(reasonFields, input);
  await db().$transaction((tx) => suspendIn(tx, actor, requireId(id), reason));
  await mailOwners("organisationSuspended", id);
}

/** The same, within a larger decision. Throws organisation_changed when it is suspended already. */
export async function suspendIn(tx: Db, actor: Actor, id: string, reason: string): Promise<void> {
  await change(tx, id, { not: "suspended" }, { status: "suspended", suspendedWhy: reason });
  await recordAudit(tx, actor, {
    ...{ action: "organisation.suspended", subject: `organisation:${id}`, data: { reason } },
  });
}

/** Takes a suspension back; a verification from before stands. Throws owner_missing. */
export async function restoreOrganisation(actor: Actor, id: string): Promise<void> {
  requireAdmin(actor);
  await db().$transaction(async (tx) => {
    const found = await tx.organisation.findUnique({
      where: { id: requireId(id) },
      select: { verifiedAt: true, members: { where: { role: "owner" }, take: 1 } },
    });
    if (!found) throw notFound();
    if (found.members.length === 0) throw new DomainError("conflict", "owner_missing");
    const status = found.verifiedAt ? "verified" : "unverified";
    await change(tx, id, "suspended", { status, suspendedWhy: "" });
    await recordAudit(tx, actor, {
      ...{ action: "organisation.restored", subject: `organisation:${id}` },
    });
  });
  await mailOwners("organisationRestored", id);
}

type Status = "unverified" | "verified" | "suspended";
type Changed = {
  status: Status;
  suspendedWhy?: string;
  verifiedBy?: "admin";
  verifiedAt?: Date;
};

async function change(tx: Db, id: string, from: Status | { not: Status }, data: Changed) {
  const { count } = await tx.organisation.updateMany({ where: { id, status: from }, data });
  if (count === 1) return;
  if ((await tx.organisation.count({ where: { id } })) === 0) throw notFound();
  throw new DomainError("conflict", "organisation_changed");
}
