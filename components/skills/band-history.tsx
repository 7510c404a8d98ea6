import { scaleLinear } from "d3-scale";
import { ValueAxis } from "@/components/ui/value-axis";

type Point = { key: string; level: number; low: number; high: number };
type Props = { points: Point[]; cuts: { name: string; at: number }[]; label: string };

const WIDTH = 440;
const HEIGHT = 220;
const INSIDE = { left: 36, right: 364, top: 10, bottom: 196 };

/** The band verdict by verdict, with the cuts of the levels across it. */
export function BandHistory({ points, cuts, label }: Props) {
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [INSIDE.left + 12, INSIDE.right - 12]);
  const y = scaleLinear([0, 100], [INSIDE.bottom, INSIDE.top]);
  const line = points.map(({ level }, index) => `${x(index)},${y(level)}`).join(" ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="w-full max-w-2xl text-muted"
    >
      <ValueAxis ticks={[0, 25, 50, 75, 100]} y={y} left={INSIDE.left} right={INSIDE.right} />
      {cuts.map(({ name, at }) => (
        <g key={name}>
          <line
            x1={INSIDE.left}
            x2={INSIDE.right}
            y1={y(at)}
            y2={y(at)}
            strokeDasharray="4 4"
            className="stroke-edge"
          />
          <text x={INSIDE.right + 6} y={y(at) + 3} className="chart-text">
            {name}
          </text>
        </g>
      ))}
      {points.map(({ key, level, low, high }, index) => (
        <g key={key}>
          <line
            x1={x(index)}
            x2={x(index)}
            y1={y(low)}
            y2={y(high)}
            strokeWidth={8}
            strokeLinecap="round"
            className="stroke-accent opacity-30"
          />
          <circle cx={x(index)} cy={y(level)} r={4} className="fill-accent" />
        </g>
      ))}
      <polyline points={line} fill="none" className="stroke-accent" />
    </svg>
  );
}
