import type { ReactNode } from "react";

type Props = { title: string; lead?: string; children: ReactNode };

/** A part of the editor under its heading. */
export const Part = ({ title, lead, children }: Props) => (
  <section className="grid gap-4 border-line border-t pt-4">
    <div>
      <h2 className="font-semibold text-lg">{title}</h2>
      {lead ? <p className="max-w-prose text-muted text-sm">{lead}</p> : null}
    </div>
    {children}
  </section>
);
