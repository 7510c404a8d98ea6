import type { ReactNode } from "react";

/** Stands where a list would, when there is nothing to list. */
export function EmptyNote({ children }: { children: ReactNode }) {
  return (
    <p className="rounded-lg border border-line border-dashed p-8 text-center text-muted">
      {children}
    </p>
  );
}
