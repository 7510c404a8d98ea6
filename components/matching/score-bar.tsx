type Props = { score: number; low: number; high: number; label: string };

/** A match on 0 to 100 with its interval: where it lies nine times in ten. */
export function ScoreBar({ score, low, high, label }: Props) {
  const at = (share: number) => `${(100 * share).toFixed(1)}%`;
  return (
    <svg role="img" aria-label={label} className="h-4 w-full overflow-visible">
      <rect x="0" y={6} width="100%" height={4} rx={2} className="fill-line" />
      <rect
        x={at(low)}
        y={4}
        width={at(Math.max(0.01, high - low))}
        height={8}
        rx={4}
        className="fill-accent opacity-40"
      />
      <circle cx={at(score)} cy={8} r={5} className="fill-accent" />
    </svg>
  );
}
