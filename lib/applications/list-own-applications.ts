import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

const MOST = 100;

/**
 * What became of it, as far as the applicant is to know: stages between are the organisation's own
 * notes, ends are his to hear.
 */
export type ApplicationState = "sent" | "withdrawn" | "closed" | "talking" | "hired" | "declined";

const ENDS = new Set<string>(["talking", "hired", "declined"]);

/** The actor's applications, newest first. */
export async function listOwnApplications(actor: Actor) {
  const { userId } = requireSession(actor);
  const rows = await db().application.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    take: MOST,
    select: {
      ...{ id: true, status: true, createdAt: true, withdrawnAt: true },
      opening: {
        select: {
          ...{ id: true, titleEn: true, titleZh: true, status: true, public: true },
          organisation: { select: { name: true, status: true } },
          candidacies: { where: { userId }, select: { id: true, stage: true } },
        },
      },
    },
  });
  return rows.map(({ opening, status, ...row }) => {
    const { candidacies, organisation, ...rest } = opening;
    const [candidacy] = candidacies;
    return {
      ...row,
      opening: rest,
      organisation: organisation.name,
      /** Whether its page is there for everybody. */
      readable: rest.status === "open" && rest.public && organisation.status === "verified",
      conversation: status === "sent" ? (candidacy?.id ?? null) : null,
      state: stateOf(status, candidacy?.stage, rest.status),
    };
  });
}
export type OwnApplication = Awaited<ReturnType<typeof listOwnApplications>>[number];

function stateOf(status: string, stage: string | undefined, opening: string): ApplicationState {
  if (status === "withdrawn") return "withdrawn";
  if (stage && ENDS.has(stage)) return stage as ApplicationState;
  return opening === "open" ? "sent" : "closed";
}
