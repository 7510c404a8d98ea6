"use client";

import { ResultPanel } from "./result-panel";
import { type Ends, useGrading } from "./use-grading";

type Props = Ends & {
  streamUrl: string;
  /** Shows a line of the code; without it line numbers lead nowhere. */
  onLine?: (line: number) => void;
};

/** A grading: replayed from its events when it is done, live when it is not. */
export default function LiveResult({ streamUrl, onLine, ...ends }: Props) {
  const { state, lost } = useGrading(streamUrl, ends);
  return <ResultPanel state={state} lost={lost} onLine={onLine} />;
}
