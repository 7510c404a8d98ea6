import type { ReactNode } from "react";

type Props = { id: string; title: string; children: ReactNode };

/** One subject of an account page. */
export function Section({ id, title, children }: Props) {
  return (
    <section aria-labelledby={id} className="grid max-w-xl gap-4">
      <h2 id={id} className="border-line border-b pb-2 font-semibold text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}
