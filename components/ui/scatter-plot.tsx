import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { PlotFrame } from "./plot-frame";

export type PlotPoint = { key: string; x: number; y: number; label: string; own: boolean };
type PlotAxis = { title: string; mark: number };

type Props = {
  x: PlotAxis;
  y: PlotAxis;
  points: PlotPoint[];
  /** What a screen reader says instead of the picture. */
  label: string;
  format: (value: number) => string;
};

const WIDTH = 360;
const HEIGHT = 240;
const INSIDE = { left: 48, right: 348, top: 24, bottom: 196 };
const TICKS = 4;
/** Room beside the outermost points, as a share of their span. */
const MARGIN = 0.08;

/**
 * Less across is better, and so is more upwards. Dashed lines are the marks; the thin line joins
 * those that nobody beats in both.
 */
export function ScatterPlot({ x: across, y: up, points, label, format }: Props) {
  const x = scale([...points.map((one) => one.x), across.mark], [INSIDE.left, INSIDE.right]);
  const y = scale([...points.map((one) => one.y), up.mark], [INSIDE.bottom, INSIDE.top]);
  const path = line<PlotPoint>()
    .x((one) => x(one.x))
    .y((one) => y(one.y));
  return (
    <figure className="min-w-0">
      <PlotFrame
        {...{ width: WIDTH, height: HEIGHT, inside: INSIDE, label, format }}
        x={{ scale: x, title: across.title, ticks: TICKS }}
        y={{ scale: y, title: up.title, ticks: TICKS }}
      >
        <g className="stroke-muted" strokeDasharray="3 3">
          <line x1={x(across.mark)} x2={x(across.mark)} y1={INSIDE.top} y2={INSIDE.bottom} />
          <line x1={INSIDE.left} x2={INSIDE.right} y1={y(up.mark)} y2={y(up.mark)} />
        </g>
        <path d={path(unbeaten(points)) ?? ""} fill="none" className="stroke-accent opacity-40" />
        {[...points]
          .sort((a, b) => Number(a.own) - Number(b.own))
          .map((one) => (
            <circle
              key={one.key}
              cx={x(one.x)}
              cy={y(one.y)}
              r={one.own ? 4.5 : 4}
              className={one.own ? "fill-accent stroke-raised" : "fill-raised stroke-muted"}
              strokeWidth={1.5}
            >
              <title>{one.label}</title>
            </circle>
          ))}
      </PlotFrame>
    </figure>
  );
}

function scale(values: number[], range: [number, number]) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * MARGIN;
  return scaleLinear([low - room, high + room], range);
}

/** Points that no other is better than in both, from the cheapest on. */
export function unbeaten<T extends { x: number; y: number }>(points: T[]): T[] {
  let best = Number.NEGATIVE_INFINITY;
  return [...points]
    .sort((a, b) => a.x - b.x || b.y - a.y)
    .filter(({ y }) => {
      const better = y > best;
      best = Math.max(best, y);
      return better;
    });
}
