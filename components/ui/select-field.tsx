"use client";

import type { ComponentProps } from "react";
import { FieldFrame } from "./field-frame";
import { useFormState } from "./form";
import { inputClass } from "./input";

type Props = Omit<ComponentProps<"select">, "name" | "id" | "children"> & {
  name: string;
  label: string;
  hint?: string;
  options: { value: string; label: string }[];
};

/** A labelled native select. */
export function SelectField({ name, label, hint, options, defaultValue, ...props }: Props) {
  const { errors, values, turn, prefix } = useFormState();
  const id = prefix + name;
  const error = errors[name];
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <select
          key={turn}
          id={id}
          name={name}
          defaultValue={values[name] ?? defaultValue}
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
          className={inputClass}
          {...props}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
