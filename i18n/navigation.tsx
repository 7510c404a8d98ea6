"use client";

import NextLink from "next/link";
import { useParams, usePathname as usePathnameWithLocale } from "next/navigation";
import type { ComponentProps } from "react";

type Href = string | { pathname: string; query: Record<string, string> };

type Props = Omit<ComponentProps<typeof NextLink>, "href"> & {
  /** A path of this site without its language, such as /tracks. */
  href: Href;
};

/** A link that keeps the reader's language. next-intl's own brings its whole routing along. */
export function Link({ href, ...props }: Props) {
  const { locale } = useParams<{ locale: string }>();
  const localised = (pathname: string) => `/${locale}${pathname === "/" ? "" : pathname}`;
  const target =
    typeof href === "string" ? localised(href) : { ...href, pathname: localised(href.pathname) };
  return <NextLink {...props} href={target} />;
}

/** The path that the reader is on, without its language. */
export const usePathname = (): string => usePathnameWithLocale().replace(/^\/[^/]+/, "") || "/";
