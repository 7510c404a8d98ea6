"use client";

import { ResultPanel } from "./result-panel";
import { useGrading } from "./use-grading";

/** A submission's grading: replayed from its events when it is done, live when it is not. */
export function LiveResult({ streamUrl }: { streamUrl: string }) {
  const { state, lost } = useGrading(streamUrl);
  return <ResultPanel state={state} lost={lost} />;
}
