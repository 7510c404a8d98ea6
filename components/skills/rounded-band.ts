export type Band = { level: number; low: number; high: number };

/** A level and its band as they are said: in whole points. */
export const roundedBand = ({ level, low, high }: Band): Band => ({
  level: Math.round(level),
  low: Math.round(low),
  high: Math.round(high),
});
