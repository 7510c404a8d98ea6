import type { ReactNode } from "react";

type Props = { title: string; lead?: string; aside?: ReactNode; children: ReactNode };

/** A page's frame: title, one sentence, and what stands beside them. */
export function Page({ title, lead, aside, children }: Props) {
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-8 sm:py-10">
      <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          {lead ? <p className="mt-1 max-w-prose text-muted">{lead}</p> : null}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}
