import { getFormatter } from "next-intl/server";
import type { ReactNode } from "react";

/** A line of what happened, with its moment at the end. */
export async function EventRow({ at, children }: { at: string | null; children: ReactNode }) {
  const format = await getFormatter();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
      {children}
      {at ? (
        <time dateTime={at} className="text-muted tabular-nums">
          {format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "medium" })}
        </time>
      ) : null}
    </li>
  );
}
