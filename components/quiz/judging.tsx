"use client";

import { useRouter } from "next/navigation";
import LiveResult from "../workspace/live-result";

/** Follows the judgement of an attempt, and shows the page anew when it is there. */
export function Judging({ submission }: { submission: string }) {
  const router = useRouter();
  return (
    <LiveResult
      streamUrl={`/api/v1/submissions/${submission}/events`}
      onFinished={router.refresh}
    />
  );
}
