"use client";

import { FaultPage } from "@/components/fault-page";
import "./globals.css";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** When even the frame of the site fails. */
export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="en">
      <body>
        <FaultPage digest={error.digest} onAgain={reset} />
      </body>
    </html>
  );
}
