"use client";

import type { ComponentProps } from "react";
import { FieldFrame } from "@/components/ui/field-frame";
import { useFormState } from "@/components/ui/form";
import { Input, inputClass } from "@/components/ui/input";

type Bound = {
  /** Where it stands in the profile: names the field and finds its error. */
  path: string;
  label: string;
  hint?: string;
  value: string;
  onValue: (value: string) => void;
};

type InputProps = Bound &
  Omit<ComponentProps<"input">, "id" | "name" | "value" | "onChange" | "defaultValue">;

/** A text input whose value its editor holds. */
export function BoundInput({ path, label, hint, value, onValue, ...props }: InputProps) {
  const { errors, turn } = useFormState();
  const error = errors[path];
  return (
    <FieldFrame id={path} label={label} hint={hint} error={error}>
      {(described) => (
        <Input
          // The form empties its fields after each answer; a new one keeps its value.
          key={turn}
          id={path}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
          {...props}
        />
      )}
    </FieldFrame>
  );
}

type AreaProps = Bound & { rows?: number; lang?: string; maxLength?: number };

export function BoundArea({ path, label, hint, value, onValue, ...props }: AreaProps) {
  const { errors, turn } = useFormState();
  const error = errors[path];
  return (
    <FieldFrame id={path} label={label} hint={hint} error={error}>
      {(described) => (
        <textarea
          key={turn}
          id={path}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
          className={`${inputClass} leading-relaxed`}
          {...props}
        />
      )}
    </FieldFrame>
  );
}

type SelectProps = Bound & { options: { value: string; label: string }[] };

export function BoundSelect({ path, label, hint, value, onValue, options }: SelectProps) {
  const { errors, turn } = useFormState();
  const error = errors[path];
  return (
    <FieldFrame id={path} label={label} hint={hint} error={error}>
      {(described) => (
        <select
          key={turn}
          id={path}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
          className={inputClass}
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
