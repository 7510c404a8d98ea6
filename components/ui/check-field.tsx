"use client";

import type { ReactNode } from "react";
import { useFormState } from "./form";

type Props = { name: string; label: ReactNode; hint?: string; defaultChecked?: boolean };

/** One yes or no that shows its own error and keeps what was chosen. */
export function CheckField({ name, label, hint, defaultChecked = false }: Props) {
  const { status, errors, values, turn, prefix } = useFormState();
  const id = prefix + name;
  const error = errors[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label className="flex min-h-7 items-start gap-2">
        <input
          key={turn}
          type="checkbox"
          id={id}
          name={name}
          // A box that is not ticked is not in the form at all.
          defaultChecked={status === "error" ? name in values : defaultChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="ml-6 text-muted text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="ml-6 text-bad text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
