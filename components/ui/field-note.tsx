"use client";

import { useFormState } from "./form";

type Props = { name: string; hint: string };

/** Hint and error of several fields that are one question. */
export function FieldNote({ name, hint }: Props) {
  const { errors, prefix } = useFormState();
  const error = errors[name];
  return (
    <>
      <p className="text-muted text-sm">{hint}</p>
      {error ? (
        <p id={prefix + name} tabIndex={-1} className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </>
  );
}
