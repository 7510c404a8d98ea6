type Band = { level: number; low: number; high: number };
type Props = { band: Band; label: string };

/** A level on 0 to 100 with its band: the line is where the skill lies nine times in ten. */
export function BandBar({ band, label }: Props) {
  const { level, low, high } = band;
  return (
    <svg viewBox="0 0 200 16" role="img" aria-label={label} className="h-4 w-full">
      <rect x={0} y={6} width={200} height={4} rx={2} className="fill-line" />
      {[25, 50, 75].map((at) => (
        <line key={at} x1={2 * at} x2={2 * at} y1={4} y2={12} className="stroke-edge" />
      ))}
      <rect
        x={2 * low}
        y={4}
        width={Math.max(2, 2 * (high - low))}
        height={8}
        rx={4}
        className="fill-accent opacity-40"
      />
      <circle cx={2 * level} cy={8} r={5} className="fill-accent" />
    </svg>
  );
}
