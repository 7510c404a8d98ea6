/** A bar with its words beside it; `label` is what a screen reader says. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const share = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <div className="flex items-center gap-3">
      <progress
        value={done}
        max={total}
        aria-label={label}
        className="h-1.5 w-32 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      >
        {share}%
      </progress>
      <span className="text-muted text-sm tabular-nums">{label}</span>
    </div>
  );
}
