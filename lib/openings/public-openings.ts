import type { Prisma } from "@/lib/platform/prisma/client";

/** `where` of the openings that everybody may read, now. */
export const publicOpenings = (): Prisma.OpeningWhereInput => ({
  ...{ status: "open", public: true, organisation: { status: "verified" } },
  OR: [{ closesAt: null }, { closesAt: { gt: new Date() } }],
});
