type Axis = { name: string; band: { level: number; low: number; high: number } | null };
type Props = { axes: Axis[]; label: string };

const CENTRE = 150;
const RADIUS = 96;

/** A point at a level from 0 to 100 on one of so many axes, the first pointing up. */
function at(index: number, count: number, level: number): [number, number] {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const length = (RADIUS * level) / 100;
  return [CENTRE + length * Math.cos(angle), CENTRE + length * Math.sin(angle)];
}

const path = (points: [number, number][]) =>
  points.length === 0
    ? ""
    : `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;

/** Pillars around a centre: the band as an area, the level as a line; what is unknown stays empty. */
export function PillarRadar({ axes, label }: Props) {
  const ring = (of: "level" | "low" | "high") =>
    path(axes.map(({ band }, index) => at(index, axes.length, band?.[of] ?? 0)));
  return (
    <svg viewBox="0 0 300 300" role="img" aria-label={label} className="mx-auto w-full max-w-md">
      {[25, 50, 75, 100].map((level) => (
        <path
          key={level}
          d={path(axes.map((_, index) => at(index, axes.length, level)))}
          className="fill-none stroke-line"
        />
      ))}
      <path
        d={`${ring("high")}${ring("low")}`}
        fillRule="evenodd"
        className="fill-accent opacity-25"
      />
      <path d={ring("level")} className="fill-none stroke-2 stroke-accent" />
      {axes.map(({ name, band }, index) => {
        const [x, y] = at(index, axes.length, 122);
        return (
          <text
            key={name}
            x={x}
            y={y}
            textAnchor="middle"
            dominantBaseline="middle"
            className={`chart-text ${band ? "" : "opacity-70"}`}
          >
            {name}
          </text>
        );
      })}
    </svg>
  );
}
