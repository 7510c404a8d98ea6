"use client";

import { Button } from "@/components/ui/button";

/** Opens the browser's print dialogue, which also saves as PDF. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="secondary" className="print:hidden" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
