"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CaseDetail } from "@/lib/grading/events";
import { ValueView } from "./array-view";
import { inertText } from "./inert-text";

type Props = { detail: CaseDetail; onLine?: ((line: number) => void) | undefined };

/** What a visible case shows: calls, expected and got, output, and where it broke. */
export function CaseDetailView({ detail, onLine }: Props) {
  const t = useTranslations("challenge");
  const call = detail.calls?.at(-1);
  return (
    <div className="mt-2 grid gap-2">
      {call ? (
        <Part title={`${t("input")}: ${call.function}`}>
          <div className="grid gap-1">
            {[...call.args.entries()].map(([index, value]) => (
              <ValueView key={index} value={value} />
            ))}
            {Object.entries(call.kwargs).map(([name, value]) => (
              <div key={name}>
                <span className="font-mono text-xs">{name}=</span>
                <ValueView value={value} />
              </div>
            ))}
          </div>
        </Part>
      ) : null}
      {detail.expected ? (
        <Part title={t("expected")}>
          <ValueView value={detail.expected} />
        </Part>
      ) : null}
      {(detail.got ?? call?.result) ? (
        <Part title={t("got")}>
          <ValueView value={(detail.got ?? call?.result) as never} />
        </Part>
      ) : null}
      {detail.error ? <Trace error={detail.error} onLine={onLine} /> : null}
      {detail.stdout ? (
        <Part title={t("output")}>
          <pre className="max-h-60 overflow-auto whitespace-pre-wrap break-words rounded bg-surface px-2 py-1 font-mono text-xs">
            {inertText(detail.stdout)}
          </pre>
        </Part>
      ) : null}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h4 className="mb-0.5 text-muted text-xs">{title}</h4>
      {children}
    </div>
  );
}

type TraceProps = { error: NonNullable<CaseDetail["error"]>; onLine?: Props["onLine"] };

/** The learner's own lines of a failure; each leads to its place in the editor. */
function Trace({ error, onLine }: TraceProps) {
  const t = useTranslations("challenge");
  return (
    <Part title={t("trace")}>
      <p className="break-words font-mono text-bad text-xs">
        {inertText(`${error.type}: ${error.message ?? ""}`)}
      </p>
      <ol className="mt-1 grid gap-0.5">
        {[...(error.frames ?? []).entries()].map(([index, frame]) => {
          const place = t("line", { line: frame.line, function: frame.function });
          return (
            <li key={index} className="font-mono text-xs">
              {onLine ? (
                <button
                  type="button"
                  onClick={() => onLine(frame.line)}
                  className="text-accent underline underline-offset-2"
                >
                  {place}
                </button>
              ) : (
                place
              )}
              <code className="ml-2 text-muted">{inertText(frame.text)}</code>
            </li>
          );
        })}
      </ol>
    </Part>
  );
}
