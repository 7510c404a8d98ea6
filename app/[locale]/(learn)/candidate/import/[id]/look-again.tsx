"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Link } from "@/i18n/navigation";

const EVERY_MS = 1500;

/** Looks by itself whether the file was read; without scripts the link does. */
export function LookAgain({ href, label }: { href: string; label: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Link href={href} className="text-accent underline">
      {label}
    </Link>
  );
}
