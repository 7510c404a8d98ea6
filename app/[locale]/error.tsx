"use client";

import { FaultPage } from "@/components/fault-page";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return <FaultPage digest={error.digest} onAgain={reset} />;
}
