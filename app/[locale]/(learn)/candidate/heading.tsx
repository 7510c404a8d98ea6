import type { ReactNode } from "react";

type Props = { title: string; lead?: string; children?: ReactNode };

/** A page's title, one sentence, and what can be done with it. */
export function Heading({ title, lead, children }: Props) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {lead ? <p className="mt-1 max-w-prose text-muted">{lead}</p> : null}
      </div>
      {children ? <div className="flex flex-wrap gap-2">{children}</div> : null}
    </header>
  );
}
