import type { ComponentProps } from "react";

/** The look shared by text inputs, selects and text areas. */
export const inputClass =
  "block min-h-9 w-full rounded-md border border-edge bg-raised px-3 py-1.5 text-ink " +
  "placeholder:text-muted disabled:opacity-60 aria-invalid:border-bad";

export function Input({ className = "", ...props }: ComponentProps<"input">) {
  return <input className={`${inputClass} ${className}`.trim()} {...props} />;
}
