import { useTranslations } from "next-intl";
import type { Preview } from "@/lib/grading/events";
import { inertText } from "./inert-text";

/** A value abbreviated; entries that differ are marked by colour and by a sign. */
export function ValueView({ value }: { value: Preview }) {
  const t = useTranslations("challenge");
  if (value.kind === "value") {
    return (
      <code className="block overflow-x-auto whitespace-pre-wrap break-words rounded bg-surface px-2 py-1 font-mono text-xs">
        {inertText(value.text)}
        {value.truncated ? " …" : ""}
      </code>
    );
  }
  const marks = new Set(value.marks);
  const total = value.shape.reduce((product, n) => product * n, 1);
  const width = value.shape.at(-1) ?? 1;
  return (
    <div>
      <p className="text-muted text-xs">
        {value.dtype} ({value.shape.join(" × ") || "scalar"})
        {value.truncated ? ` · ${t("abbreviated", { shown: value.values.length, total })}` : ""}
      </p>
      <div className="overflow-x-auto rounded bg-surface px-2 py-1">
        <div
          className="grid w-max gap-x-3 font-mono text-xs tabular-nums"
          style={{ gridTemplateColumns: `repeat(${Math.min(Math.max(width, 1), 12)}, auto)` }}
        >
          {[...value.values.entries()].map(([index, entry]) => (
            <span
              key={index}
              className={
                marks.has(index)
                  ? "rounded bg-bad-soft px-1 text-right text-bad"
                  : "px-1 text-right"
              }
            >
              {marks.has(index) ? <span className="sr-only">{t("differs")} </span> : null}
              {marks.has(index) ? <span aria-hidden="true">≠ </span> : null}
              {String(entry)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
