import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";
import { REPORTING } from "./limits";
import { REPORT_REASONS, REPORT_TEXT_MAX } from "./report-reasons";

const absent = z.literal("").transform(() => undefined);

const reportFields = z.object({
  organisationId: z.uuid("not_found"),
  openingId: z.uuid("not_found").or(absent).optional(),
  messageId: z.uuid("not_found").or(absent).optional(),
  reason: z.enum(REPORT_REASONS, { error: "report_reason" }),
  text: z
    .string()
    .trim()
    .max(REPORT_TEXT_MAX, "report_long")
    .refine((text) => !text.includes("\0"), "name_characters")
    .transform((text) => text.replaceAll("\r\n", "\n"))
    .default(""),
});
type Report = z.output<typeof reportFields>;

/**
 * Brings an organisation, an opening or a message that one received before an admin. A second
 * report of the same by the same person adds to the first while that is open. Throws not_found for
 * what the person cannot see, report_reason, or rate_limited.
 */
export async function reportAbuse(actor: Actor, input: unknown): Promise<{ id: string }> {
  const { userId } = requireSession(actor);
  const report = parseFields(reportFields, input);
  if (report.reason === "other") parseFields(explained, report);
  await takePoint(REPORTING, userId);
  await requireSeen(userId, report);
  const { openingId = null, messageId = null, ...rest } = report;
  return db().$transaction(async (tx) => {
    // Of two reports by one person at once, the later sees the earlier.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`;
    const subject = { reporterId: userId, organisationId: rest.organisationId };
    const open = await tx.abuseReport.findFirst({
      where: { ...subject, openingId, messageId, status: "open" },
      select: { id: true },
    });
    if (open) {
      const { reason, text } = rest;
      return tx.abuseReport.update({
        where: open,
        data: { reason, text },
        select: { id: true },
      });
    }
    const data = { ...rest, reporterId: userId, openingId, messageId };
    const { id } = await tx.abuseReport.create({ data });
    await recordAudit(tx, actor, { action: "abuse.reported", subject: `report:${id}` });
    return { id };
  });
}

/** Of "something else" nobody knows what it is. */
const explained = z.object({ text: z.string().min(1, "report_text") });

/** A message belongs to him who received it; an opening that was never published to its members. */
async function requireSeen(userId: string, report: Report): Promise<void> {
  const { organisationId, openingId, messageId } = report;
  const opening = openingId && {
    openings: { some: { id: openingId, OR: seenOpenings(userId) } },
  };
  const message = messageId && {
    openings: {
      some: {
        ...(openingId && { id: openingId }),
        candidacies: { some: { userId, messages: { some: { id: messageId } } } },
      },
    },
  };
  const found = await db().organisation.count({
    where: { id: organisationId, AND: [opening || {}, message || {}] },
  });
  if (found === 0) throw notFound();
}

const seenOpenings = (userId: string) => [
  { public: true, publishedAt: { not: null } },
  { candidacies: { some: { userId, invitation: { isNot: null } } } },
  { applications: { some: { userId } } },
  { organisation: { members: { some: { userId } } } },
];
