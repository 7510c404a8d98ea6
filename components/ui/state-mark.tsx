const LOOK = {
  new: ["○", "text-muted"],
  tried: ["◐", "text-warn"],
  passed: ["●", "text-good"],
} as const;

/** How far somebody came with an item; the label says it in words. */
export function StateMark({ state, label }: { state: keyof typeof LOOK; label: string }) {
  const [shape, tone] = LOOK[state];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap text-sm ${tone}`}>
      <span aria-hidden="true">{shape}</span>
      {label}
    </span>
  );
}
