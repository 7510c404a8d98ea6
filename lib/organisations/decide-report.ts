import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { sendMail } from "@/lib/mail/send-mail";
import { type Db, db } from "@/lib/platform/db";
import { DomainError, InputError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { suspendIn } from "./judge-organisation";
import { mailOwners } from "./mail-owners";
import { REPORT_TEXT_MAX } from "./report-reasons";

/** What follows from a report that is upheld. */
export const REPORT_OUTCOMES = ["dismiss", "uphold", "close_opening", "suspend"] as const;

const decision = z.object({
  outcome: z.enum(REPORT_OUTCOMES, { error: "outcome_unknown" }),
  answer: z
    .string()
    .trim()
    .min(1, "answer_missing")
    .max(REPORT_TEXT_MAX, "report_long")
    .refine((text) => !text.includes("\0"), "name_characters"),
});
type Decision = z.output<typeof decision>;

/**
 * An admin decides a report. The reporter gets the answer by mail; the owners are told of what was
 * upheld, never by whom it was reported. Throws not_found, report_closed or InputError.
 */
export async function decideReport(actor: Actor, id: string, input: unknown): Promise<void> {
  requireAdmin(actor);
  const { outcome, answer } = parseFields(decision, input);
  const report = await db().$transaction(async (tx) => {
    const status = outcome === "dismiss" ? "dismissed" : "upheld";
    const { count } = await tx.abuseReport.updateMany({
      where: { id: requireId(id), status: "open" },
      data: {
        ...{ status, answer, decidedAt: new Date() },
        decidedById: actor.kind === "user" ? actor.userId : null,
      },
    });
    const found = await tx.abuseReport.findUnique({
      where: { id },
      include: {
        organisation: { select: { name: true, status: true } },
        reporter: { select: { id: true, email: true, locale: true } },
      },
    });
    if (!found) throw notFound();
    if (count === 0) throw new DomainError("conflict", "report_closed");
    const { organisationId, openingId, organisation } = found;
    await recordAudit(tx, actor, {
      ...{ action: `report.${status}`, subject: `report:${id}`, data: { outcome } },
    });
    if (outcome === "close_opening") await closeOpening(tx, openingId);
    if (outcome === "suspend" && organisation.status !== "suspended") {
      await suspendIn(tx, actor, organisationId, answer);
    }
    return found;
  });
  await tell(report, { outcome, answer });
}

async function closeOpening(tx: Db, openingId: string | null): Promise<void> {
  if (!openingId) throw new InputError([{ path: "outcome", code: "outcome_opening" }]);
  await tx.opening.update({ where: { id: openingId }, data: { status: "closed", public: false } });
}

type Decided = {
  organisationId: string;
  organisation: { name: string };
  reporter: { id: string; email: string; locale: string } | null;
};

async function tell(report: Decided, { outcome, answer }: Decision) {
  const { organisationId, organisation, reporter } = report;
  if (reporter) {
    const params = { organisation: organisation.name, answer };
    await sendMail(reporter.id, reporter.email, {
      ...{ kind: "reportDecided", locale: reporter.locale, params },
    });
  }
  if (outcome === "suspend") await mailOwners("organisationSuspended", organisationId);
  else if (outcome !== "dismiss") await mailOwners("organisationWarned", organisationId);
}
