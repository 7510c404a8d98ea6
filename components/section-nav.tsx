"use client";

import { Link, usePathname } from "@/i18n/navigation";

type Props = { label: string; parts: { href: string; label: string }[] };

/** Links to the pages of a section; the present one is marked. */
export function SectionNav({ label, parts }: Props) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-1 gap-y-1 md:grid">
        {parts.map((part) => (
          <li key={part.href}>
            <Link
              href={part.href}
              aria-current={path === part.href ? "page" : undefined}
              className="block rounded-md px-3 py-1.5 text-sm hover:bg-surface aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium"
            >
              {part.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
