import type { ReactNode } from "react";

type Props = {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  /** Renders the control; gets the ids for aria-describedby. */
  children: (describedBy: string | undefined) => ReactNode;
};

/** Label above, hint and error below, tied to the control by id. */
export function FieldFrame({ name, label, hint, error, children }: Props) {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="font-medium text-sm">
        {label}
      </label>
      {children(ids || undefined)}
      {hint ? (
        <p id={`${name}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
