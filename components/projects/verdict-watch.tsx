"use client";

import { useRouter } from "next/navigation";
import { useGrading } from "../workspace/use-grading";

/** Shows the page anew when the submission's marks are out. */
export function VerdictWatch({ submission }: { submission: string }) {
  const router = useRouter();
  useGrading(`/api/v1/submissions/${submission}/events`, { onFinished: router.refresh });
  return null;
}
