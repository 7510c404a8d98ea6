import { scaleLinear } from "d3-scale";
import { ValueAxis } from "@/components/ui/value-axis";
import type { ItemReport } from "@/lib/calibration/item-report";

type Props = {
  groups: ItemReport["characteristic"];
  titles: { ability: string; score: string };
  label: string;
  format: (value: number) => string;
};

const WIDTH = 360;
const HEIGHT = 230;
const INSIDE = { left: 40, right: 348, top: 24, bottom: 186 };
const TICKS = 5;

/** Mean scores of groups from weak to strong, against what the model expects of them. */
export function CharacteristicPlot({ groups, titles, label, format }: Props) {
  const abilities = groups.map(({ ability }) => ability);
  const x = scaleLinear(
    [Math.min(...abilities) - 0.2, Math.max(...abilities) + 0.2],
    [INSIDE.left, INSIDE.right],
  );
  const y = scaleLinear([0, 1], [INSIDE.bottom, INSIDE.top]);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="w-full max-w-xl text-muted"
    >
      <text x={4} y={12} className="chart-text">
        {titles.score}
      </text>
      <text x={INSIDE.right} y={HEIGHT - 8} textAnchor="end" className="chart-text">
        {titles.ability}
      </text>
      <ValueAxis ticks={y.ticks(4)} y={y} left={INSIDE.left} right={INSIDE.right} format={format} />
      {x.ticks(TICKS).map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={INSIDE.bottom + 16}
          textAnchor="middle"
          className="chart-text"
        >
          {format(tick)}
        </text>
      ))}
      <polyline
        points={groups.map(({ ability, expected }) => `${x(ability)},${y(expected)}`).join(" ")}
        fill="none"
        strokeWidth={1.75}
        className="stroke-muted"
      />
      {groups.map(({ ability, observed }) => (
        <circle key={ability} cx={x(ability)} cy={y(observed)} r={4.5} className="fill-accent" />
      ))}
    </svg>
  );
}
