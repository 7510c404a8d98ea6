import type { ProgressPoint } from "@/lib/grading/events";
import type { ChartPoint } from "../ui/line-chart";

/** Curves of one case by name; each training in it is a line of its own. */
export type Curves = Map<string, ChartPoint[][]>;

/** Adds points; a step that does not go forward begins another training. */
export function addPoints(curves: Curves, points: ProgressPoint[]): Curves {
  const next: Curves = new Map([...curves].map(([name, lines]) => [name, [...lines]]));
  for (const { step, values } of points) {
    for (const [name, value] of Object.entries(values)) {
      const lines = next.get(name) ?? [];
      const last = lines.at(-1);
      const before = last?.at(-1);
      const point = { x: step, y: value };
      if (last && before && before.x < step) lines[lines.length - 1] = [...last, point];
      else lines.push([point]);
      next.set(name, lines);
    }
  }
  return next;
}

/** At most `count` points, evenly, the last one among them: a table that one can read. */
export function thinned(line: ChartPoint[], count: number): ChartPoint[] {
  const stride = Math.max(1, Math.ceil(line.length / count));
  return line.filter((_, index) => (line.length - 1 - index) % stride === 0);
}
