/** Prisma keeps 16 digits of a float. With a few fewer, what is stored is what is computed again. */
const DIGITS = 12;

/** A figure as it is stored, and computed with from then on. */
export const kept = (value: number): number => Number(value.toPrecision(DIGITS));
