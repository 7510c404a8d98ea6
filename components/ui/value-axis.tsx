type Props = {
  ticks: number[];
  /** From a value to its height in the drawing. */
  y: (value: number) => number;
  left: number;
  right: number;
  format?: (value: number) => string;
};

/** Lines across a chart at round values, each with its value on the left. */
export function ValueAxis({ ticks, y, left, right, format = String }: Props) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
      <text x={left - 6} y={y(tick) + 3} textAnchor="end" className="chart-text">
        {format(tick)}
      </text>
    </g>
  ));
}
