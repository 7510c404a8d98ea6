type Props = {
  band: { level: number; low: number; high: number };
  asked: number;
  /** False: the band is only what is to be expected, and is drawn dashed. */
  measured: boolean;
  label: string;
};

/** A band on 0 to 100 with a stroke at the level that is asked for. */
export function GapBar({ band, asked, measured, label }: Props) {
  const { level, low, high } = band;
  const span = { x: `${low}%`, width: `${Math.max(1, high - low)}%`, y: 6, height: 8, rx: 4 };
  return (
    <svg role="img" aria-label={label} className="h-5 w-full overflow-visible">
      <rect x="0" y={8} width="100%" height={4} rx={2} className="fill-line" />
      {measured ? (
        <>
          <rect {...span} className="fill-accent opacity-40" />
          <circle cx={`${level}%`} cy={10} r={5} className="fill-accent" />
        </>
      ) : (
        <rect {...span} strokeDasharray="3 3" className="fill-raised stroke-edge" />
      )}
      <line
        x1={`${asked}%`}
        x2={`${asked}%`}
        y1={0}
        y2={20}
        strokeWidth={3}
        className="stroke-ink"
      />
    </svg>
  );
}
