import type { Prisma } from "@/lib/platform/prisma/client";
import { talking } from "./candidacy-where";

/** `where` of the candidacies in which the candidate may write: neither side has ended it. */
export const writable = (userId: string, openingId: string): Prisma.CandidacyWhereInput => ({
  AND: [
    talking(openingId),
    {
      opening: {
        organisation: {
          status: "verified",
          candidates: { none: { userId, kind: "blocked" } },
        },
      },
    },
  ],
});
