"use client";

import { useFormState } from "./form";

type Props = { name: string; legend: string; options: { value: string; label: string }[] };

/** Several choices under one question, all under one name. */
export function CheckboxGroup({ name, legend, options }: Props) {
  const { errors, prefix } = useFormState();
  const id = prefix + name;
  const error = errors[name];
  return (
    <fieldset className="grid gap-1" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {options.map(({ value, label }, index) => (
        <label key={value} className="flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            name={name}
            value={value}
            aria-invalid={error ? true : undefined}
            className="size-4 accent-accent"
          />
          {label}
        </label>
      ))}
      {error ? (
        <p id={`${id}-error`} className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
