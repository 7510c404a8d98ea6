import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { DomainError, InputError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { Prisma } from "@/lib/platform/prisma/client";
import { takePoint } from "@/lib/platform/rate-limit";
import { domainField } from "./domain-name";
import { findProof, type Internet, proofText } from "./find-proof";
import { CHECKING } from "./limits";
import { lockOrganisation } from "./lock-organisation";
import { readOrganisation } from "./read-organisation";

const fields = z.object({ domain: domainField });

/** What an owner has to put at his domain. Throws organisation_not_found. */
export async function readDomainProof(actor: Actor, slug: string): Promise<string> {
  const { id } = await readOrganisation(actor, slug, ["owner"]);
  const { domainCode } = await db().organisation.findUniqueOrThrow({
    where: { id },
    select: { domainCode: true },
  });
  return proofText(domainCode);
}

/**
 * Verifies an organisation whose code stands at the domain: who can put it there speaks for the
 * domain, whatever his mail address. Throws domain_unproven, domain_taken, organisation_suspended,
 * rate_limited or InputError.
 */
export async function verifyDomain(
  actor: Actor,
  slug: string,
  input: unknown,
  internet?: Internet,
): Promise<void> {
  const { id } = await readOrganisation(actor, slug, ["owner"]);
  const { domain } = parseFields(fields, input);
  await takePoint(CHECKING, id);
  const { domainCode } = await db().organisation.findUniqueOrThrow({ where: { id } });
  if (!(await findProof(domain, domainCode, internet))) {
    throw new InputError([{ path: "domain", code: "domain_unproven" }]);
  }
  await db()
    .$transaction(async (tx) => {
      const { status } = await lockOrganisation(tx, actor, slug);
      if (status === "suspended") throw new DomainError("conflict", "organisation_suspended");
      const verified = {
        status: "verified",
        verifiedBy: "domain",
        verifiedAt: new Date(),
      } as const;
      await tx.organisation.update({ where: { id }, data: { domain, ...verified } });
      await recordAudit(tx, actor, {
        ...{ action: "organisation.verified", subject: `organisation:${id}` },
        data: { by: "domain", domain },
      });
    })
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      throw new InputError([{ path: "domain", code: "domain_taken" }]);
    });
}

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
