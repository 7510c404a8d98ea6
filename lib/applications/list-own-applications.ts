import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { cursorTime, cutPage, decodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";

const keySchema = z.object({ at: cursorTime, id: z.uuid() });

/**
 * What became of it, as far as the applicant is to know: stages between are the organisation's own
 * notes, ends are his to hear.
 */
export type ApplicationState = "sent" | "withdrawn" | "closed" | "talking" | "hired" | "declined";

const ENDS = new Set<string>(["talking", "hired", "declined"]);

type Query = { cursor?: string | undefined; limit?: number };

/** The actor's applications, newest first. */
export async function listOwnApplications(actor: Actor, { cursor, limit }: Query = {}) {
  const { userId } = requireSession(actor);
  const size = pageSize.parse(limit);
  const rows = await db().application.findMany({
    where: { AND: [{ userId }, cursor ? after(cursor) : {}] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
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
  const { page, next } = cutPage(rows, size, ({ createdAt, id }) => ({
    ...{ at: createdAt.toISOString(), id },
  }));
  const applications = page.map(({ opening, status, ...row }) => {
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
  return { applications, next };
}
export type OwnApplication = Awaited<
  ReturnType<typeof listOwnApplications>
>["applications"][number];

function after(cursor: string): Prisma.ApplicationWhereInput {
  const { at, id } = decodeCursor(cursor, keySchema);
  const createdAt = new Date(at);
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

function stateOf(status: string, stage: string | undefined, opening: string): ApplicationState {
  if (status === "withdrawn") return "withdrawn";
  if (stage && ENDS.has(stage)) return stage as ApplicationState;
  return opening === "open" ? "sent" : "closed";
}
