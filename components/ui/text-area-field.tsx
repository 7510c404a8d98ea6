"use client";

import type { ComponentProps } from "react";
import { FieldFrame } from "./field-frame";
import { useFormState } from "./form";
import { inputClass } from "./input";

type Props = Omit<ComponentProps<"textarea">, "name" | "id"> & {
  name: string;
  label: string;
  hint?: string;
};

/** A labelled text of several lines that shows its own error and keeps what was typed. */
export function TextAreaField({ name, label, hint, defaultValue, ...props }: Props) {
  const { errors, values, turn, prefix } = useFormState();
  const id = prefix + name;
  const error = errors[name];
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <textarea
          key={turn}
          id={id}
          name={name}
          defaultValue={values[name] ?? defaultValue}
          aria-invalid={error ? true : undefined}
          aria-describedby={described}
          className={`${inputClass} leading-relaxed`}
          {...props}
        />
      )}
    </FieldFrame>
  );
}
