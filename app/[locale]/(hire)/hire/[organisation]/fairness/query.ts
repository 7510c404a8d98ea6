import { z } from "zod";
import { PERIODS } from "@/lib/hiring/read-adverse-impact";

/** What the address of the report says; what it says wrongly is as if it said nothing. */
export const reportQuery = z.object({
  opening: z.uuid().optional().catch(undefined),
  months: z.coerce
    .number()
    .pipe(z.union(PERIODS.map((months) => z.literal(months))))
    .catch(12),
});
