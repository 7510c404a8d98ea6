"use client";

import { useEffect, useEffectEvent, useReducer, useState } from "react";
import { advance, EVENT_TYPES, type EventType, type GradingState, QUEUED } from "./grading-state";

type Act = { type: EventType; data: unknown } | { type: "reset" };

const reduce = (state: GradingState, act: Act): GradingState =>
  act.type === "reset" ? QUEUED : advance(state, act.type, act.data);

export type Ends = {
  /** The last event has arrived. */
  onFinished?: () => void;
  /** There is no such stream, or no longer. */
  onRefused?: () => void;
};

/**
 * Follows a stream of grading events. The browser resumes it by itself after a lost connection,
 * from the last event that it saw.
 */
export function useGrading(
  streamUrl: string,
  { onFinished, onRefused }: Ends,
): { state: GradingState; lost: boolean } {
  const [state, act] = useReducer(reduce, QUEUED);
  const [lost, setLost] = useState(false);
  const finished = useEffectEvent(() => onFinished?.());
  const refused = useEffectEvent(() => onRefused?.());
  useEffect(() => {
    let opened = false;
    act({ type: "reset" });
    setLost(false);
    const source = new EventSource(streamUrl);
    source.onopen = () => {
      opened = true;
      setLost(false);
    };
    source.onerror = () => {
      setLost(true);
      // Leaving the page closes an open stream too, and that is no refusal.
      if (source.readyState === EventSource.CLOSED && !opened) refused();
    };
    for (const type of EVENT_TYPES) {
      source.addEventListener(type, (event: MessageEvent<string>) => {
        act({ type, data: JSON.parse(event.data) });
        if (type === "verdict" || type === "result") {
          source.close();
          setLost(false);
          finished();
        }
      });
    }
    return () => source.close();
  }, [streamUrl]);
  return { state, lost };
}
