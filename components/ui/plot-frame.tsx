import type { ScaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { ValueAxis } from "./value-axis";

type Scale = ScaleLinear<number, number>;
type Props = {
  width: number;
  height: number;
  inside: { left: number; right: number; top: number; bottom: number };
  x: { scale: Scale; title: string; ticks: number };
  y: { scale: Scale; title: string; ticks: number };
  /** What a screen reader says instead of the picture. */
  label: string;
  format: (value: number) => string;
  className?: string;
  children: ReactNode;
};

/** Both axes of a plot of two values, with their titles; the marks stand in between. */
export function PlotFrame({ width, height, inside, x, y, ...props }: Props) {
  const { label, format, className = "", children } = props;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className={`w-full text-muted ${className}`.trim()}
    >
      <text x={4} y={12} className="chart-text">
        {y.title}
      </text>
      <text x={inside.right} y={height - 6} textAnchor="end" className="chart-text">
        {x.title}
      </text>
      <ValueAxis
        ticks={y.scale.ticks(y.ticks)}
        y={y.scale}
        left={inside.left}
        right={inside.right}
        format={format}
      />
      {x.scale.ticks(x.ticks).map((tick) => (
        <text
          key={tick}
          x={x.scale(tick)}
          y={inside.bottom + 16}
          textAnchor="middle"
          className="chart-text"
        >
          {format(tick)}
        </text>
      ))}
      {children}
    </svg>
  );
}
