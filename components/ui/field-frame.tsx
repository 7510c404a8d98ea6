import type { ReactNode } from "react";

type Props = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** Renders the control; gets the ids for aria-describedby. */
  children: (describedBy: string | undefined) => ReactNode;
};

/** Label above, hint and error below, tied to the control by id. */
export function FieldFrame({ id, label, hint, error, children }: Props) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children(ids || undefined)}
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
