import type { ComponentProps } from "react";

const BASE =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md border px-4 py-1.5 font-medium text-sm " +
  "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60";

const VARIANTS = {
  primary: "border-accent bg-accent text-accent-ink hover:opacity-90",
  secondary: "border-line bg-raised text-ink hover:bg-surface",
  quiet: "border-transparent bg-transparent text-ink hover:bg-surface",
  danger: "border-bad bg-raised text-bad hover:bg-bad-soft",
} as const;

export type ButtonVariant = keyof typeof VARIANTS;

/** A button's look, for links that lead to an act. */
export const buttonClass = (variant: ButtonVariant = "primary", extra = "") =>
  `${BASE} ${VARIANTS[variant]} ${extra}`.trim();

type Props = ComponentProps<"button"> & { variant?: ButtonVariant };

export function Button({ variant = "primary", type = "button", className, ...props }: Props) {
  return <button type={type} className={buttonClass(variant, className)} {...props} />;
}
