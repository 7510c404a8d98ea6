import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { ValueAxis } from "./value-axis";

export type ChartPoint = { x: number; y: number | null };

type Props = {
  title: string;
  /** Lines over one pair of axes; a null breaks its line. */
  lines: ChartPoint[][];
  /** What a screen reader says instead of the picture. */
  label: string;
  format: (value: number) => string;
};

const WIDTH = 320;
const HEIGHT = 150;
const INSIDE = { left: 44, right: 310, top: 8, bottom: 128 };
const TICKS = 4;

function extent(values: number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** One quantity over steps. Earlier lines are fainter than the last. */
export function LineChart({ title, lines, label, format }: Props) {
  const points = lines.flat();
  const heights = points.flatMap(({ y }) => (y === null ? [] : [y]));
  if (heights.length === 0) return null;
  const x = scaleLinear(extent(points.map((point) => point.x)), [INSIDE.left, INSIDE.right]);
  const y = scaleLinear(extent(heights), [INSIDE.bottom, INSIDE.top]).nice(TICKS);
  const path = line<ChartPoint>()
    .defined((point) => point.y !== null)
    .x((point) => x(point.x))
    .y((point) => y(point.y ?? 0));
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 break-words font-mono text-muted text-xs">{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={label}
        className="w-full max-w-md text-muted"
      >
        <ValueAxis
          ticks={y.ticks(TICKS)}
          y={y}
          left={INSIDE.left}
          right={INSIDE.right}
          format={format}
        />
        {x.ticks(TICKS).map((tick) => (
          <text key={tick} x={x(tick)} y={HEIGHT - 8} textAnchor="middle" className="chart-text">
            {format(tick)}
          </text>
        ))}
        {[...lines.entries()].map(([index, one]) => (
          <path
            key={index}
            d={path(one) ?? ""}
            fill="none"
            strokeWidth={1.75}
            strokeLinejoin="round"
            className={`stroke-accent ${index < lines.length - 1 ? "opacity-40" : ""}`}
          />
        ))}
      </svg>
    </figure>
  );
}
