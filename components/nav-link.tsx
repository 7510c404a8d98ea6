"use client";

import type { ReactNode } from "react";
import { Link, usePathname } from "@/i18n/navigation";

type Props = { href: string; exact?: boolean; children: ReactNode };

/** A way of a navigation that knows whether one is on it. */
export function NavLink({ href, exact = false, children }: Props) {
  const here = usePathname();
  const current = here === href || (!exact && here.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className="flex h-11 items-center whitespace-nowrap border-transparent border-b-2 px-2 text-muted text-sm hover:text-ink aria-[current]:border-accent aria-[current]:text-ink md:h-13"
    >
      {children}
    </Link>
  );
}
