"use client";

import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { usePathname } from "@/i18n/navigation";

/** The same page in the other language. A full load, so that nothing stays in the old one. */
export function LanguageSwitch({ children }: { children: ReactNode }) {
  const other = useLocale() === "zh" ? "en" : "zh";
  const here = usePathname();
  return (
    <a
      href={`/${other}${here === "/" ? "" : here}`}
      hrefLang={other === "zh" ? "zh-Hans" : "en"}
      lang={other === "zh" ? "zh-Hans" : "en"}
      className="flex h-9 items-center rounded-md px-2 text-muted text-sm hover:bg-surface hover:text-ink"
    >
      {children}
    </a>
  );
}
