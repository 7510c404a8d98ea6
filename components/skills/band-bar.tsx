import type { Band } from "./rounded-band";

type Props = { band: Band; label: string };

/** A level on 0 to 100 with its band: the line is where the skill lies nine times in ten. */
export function BandBar({ band, label }: Props) {
  const { level, low, high } = band;
  return (
    <svg role="img" aria-label={label} className="h-4 w-full overflow-visible">
      <rect x="0" y={6} width="100%" height={4} rx={2} className="fill-line" />
      {[25, 50, 75].map((at) => (
        <line key={at} x1={`${at}%`} x2={`${at}%`} y1={3} y2={13} className="stroke-edge" />
      ))}
      <rect
        x={`${low}%`}
        y={4}
        width={`${Math.max(1, high - low)}%`}
        height={8}
        rx={4}
        className="fill-accent opacity-40"
      />
      <circle cx={`${level}%`} cy={8} r={5} className="fill-accent" />
    </svg>
  );
}
