type Axis = { name: string; band: { level: number; low: number; high: number } | null };
type Props = { axes: Axis[]; label: string };

const CENTRE = 150;
const RADIUS = 96;
const LABELS_AT = 120;

/** A point at a level from 0 to 100 on one of so many axes, the first pointing up. */
function at(index: number, count: number, level: number) {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const length = (RADIUS * level) / 100;
  return { x: CENTRE + length * Math.cos(angle), y: CENTRE + length * Math.sin(angle) };
}

const outline = (count: number, level: number) =>
  Array.from({ length: count }, (_, index) => at(index, count, level))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(" ");

/** Pillars around a centre, each with its band along its own axis; what is unknown stays empty. */
export function PillarRadar({ axes, label }: Props) {
  const count = axes.length;
  return (
    <svg viewBox="-70 0 440 300" role="img" aria-label={label} className="mx-auto w-full max-w-md">
      {[25, 50, 75, 100].map((level) => (
        <polygon key={level} points={outline(count, level)} className="fill-none stroke-line" />
      ))}
      {[...axes.entries()].map(([index, { name, band }]) => {
        const end = at(index, count, 100);
        const title = at(index, count, LABELS_AT);
        return (
          <g key={name}>
            <line x1={CENTRE} y1={CENTRE} x2={end.x} y2={end.y} className="stroke-line" />
            {band ? <AxisBand index={index} count={count} band={band} /> : null}
            <text
              {...title}
              textAnchor={anchorOf(title.x)}
              dominantBaseline="middle"
              className="chart-text"
            >
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Names stand outside of the figure, on whichever side they are. */
const anchorOf = (x: number) =>
  Math.abs(x - CENTRE) < RADIUS / 3 ? "middle" : x > CENTRE ? "start" : "end";

type BandProps = { index: number; count: number; band: NonNullable<Axis["band"]> };

function AxisBand({ index, count, band }: BandProps) {
  const [low, high, level] = [band.low, band.high, band.level].map((one) => at(index, count, one));
  if (!low || !high || !level) return null;
  return (
    <>
      <line
        x1={low.x}
        y1={low.y}
        x2={high.x}
        y2={high.y}
        strokeWidth={9}
        strokeLinecap="round"
        className="stroke-accent opacity-30"
      />
      <circle cx={level.x} cy={level.y} r={5} className="fill-accent" />
    </>
  );
}
