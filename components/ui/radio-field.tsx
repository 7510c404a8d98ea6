"use client";

import { useFormState } from "./form";

type Props = {
  name: string;
  legend: string;
  /** Each with a sentence on what follows from it. */
  options: { value: string; label: string; hint?: string }[];
  defaultValue: string;
};

/** One choice of a few, each explained; keeps what was chosen and shows its own error. */
export function RadioField({ name, legend, options, defaultValue }: Props) {
  const { errors, values, turn, prefix } = useFormState();
  const id = prefix + name;
  const error = errors[name];
  const chosen = values[name] ?? defaultValue;
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <div key={`${turn} ${value} ${chosen}`}>
          <label className="flex min-h-7 items-start gap-2">
            <input
              type="radio"
              id={value === chosen ? id : undefined}
              name={name}
              value={value}
              defaultChecked={value === chosen}
              aria-describedby={hint ? `${id}-${value}-hint` : undefined}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>{label}</span>
          </label>
          {hint ? (
            <p id={`${id}-${value}-hint`} className="ml-6 text-muted text-sm">
              {hint}
            </p>
          ) : null}
        </div>
      ))}
      {error ? (
        <p id={`${id}-error`} className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
