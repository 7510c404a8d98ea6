import type { GateReport } from "@/lib/challenges/publish-gate";
import type { OrientationBank, OrientationItem } from "@/lib/content/orientation-bank";
import { drawItem } from "./draw-form";
import { itemRows } from "./prove-bank";
import { itemProblems } from "./prove-texts";

/** Draws of an item: of one without parameters the order of its options alone varies. */
const drawsOf = ({ params }: OrientationItem) => (Object.keys(params).length > 0 ? 100 : 10);

/** A quiz's gate for the orientation's items: accepted answers are right and wrong ones are not. */
export function proveOrientation({ items }: OrientationBank): GateReport {
  const problems: string[] = [];
  const rows = [...items.values()].flatMap((item) => {
    const variants = Array.from({ length: drawsOf(item) }, (_, n) =>
      drawItem(item, `variant-${n}`),
    );
    const found = itemProblems(item, variants);
    problems.push(...found);
    return found.length > 0 ? [] : itemRows(item, variants);
  });
  const holds = problems.length === 0 && rows.every((row) => row.holds);
  return { slug: "orientation", holds, problems, rows };
}
