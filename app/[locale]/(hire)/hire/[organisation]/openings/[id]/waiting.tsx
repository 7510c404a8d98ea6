"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

type Props = { title: string; lead: string; reload: string };

const EVERY_MS = 1_500;

/** Looks again until the page has something else to show; without scripts, by hand. */
export function Waiting({ title, lead, reload }: Props) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Alert title={title} role="status" aria-busy="true">
      <p className="text-sm">{lead}</p>
      <Button variant="secondary" className="mt-2" onClick={() => router.refresh()}>
        {reload}
      </Button>
    </Alert>
  );
}
