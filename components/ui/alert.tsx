import type { ComponentProps, ReactNode } from "react";

const TONES = {
  good: "border-good bg-good-soft",
  bad: "border-bad bg-bad-soft",
  warn: "border-warn bg-warn-soft",
  info: "border-line bg-surface",
} as const;

type Props = Omit<ComponentProps<"div">, "title"> & {
  tone?: keyof typeof TONES;
  title?: ReactNode;
};

/** A framed message. Give it role="alert" or "status" where it appears after an act. */
export function Alert({ tone = "info", title, children, className = "", ...props }: Props) {
  return (
    <div className={`rounded-md border px-4 py-3 ${TONES[tone]} ${className}`.trim()} {...props}>
      {title ? <p className="font-medium">{title}</p> : null}
      {children}
    </div>
  );
}
