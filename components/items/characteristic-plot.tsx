import { scaleLinear } from "d3-scale";
import { PlotFrame } from "@/components/ui/plot-frame";
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

/** Mean scores of groups from weak to strong, against what the model expects of them. */
export function CharacteristicPlot({ groups, titles, label, format }: Props) {
  const abilities = groups.map(({ ability }) => ability);
  const x = scaleLinear(
    [Math.min(...abilities) - 0.2, Math.max(...abilities) + 0.2],
    [INSIDE.left, INSIDE.right],
  );
  const y = scaleLinear([0, 1], [INSIDE.bottom, INSIDE.top]);
  return (
    <PlotFrame
      {...{ width: WIDTH, height: HEIGHT, inside: INSIDE, label, format }}
      x={{ scale: x, title: titles.ability, ticks: 5 }}
      y={{ scale: y, title: titles.score, ticks: 4 }}
      className="max-w-xl"
    >
      <polyline
        points={groups.map(({ ability, expected }) => `${x(ability)},${y(expected)}`).join(" ")}
        fill="none"
        strokeWidth={1.75}
        className="stroke-muted"
      />
      {groups.map(({ ability, observed }) => (
        <circle key={ability} cx={x(ability)} cy={y(observed)} r={4.5} className="fill-accent" />
      ))}
    </PlotFrame>
  );
}
