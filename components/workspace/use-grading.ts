"use client";

import { useEffect, useReducer, useState } from "react";
import { advance, EVENT_TYPES, type EventType, type GradingState, QUEUED } from "./grading-state";

type Act = { type: EventType; data: unknown } | { type: "reset" };

const reduce = (state: GradingState, act: Act): GradingState =>
  act.type === "reset" ? QUEUED : advance(state, act.type, act.data);

/**
 * Follows a stream of grading events. The browser resumes it by itself after a lost connection,
 * from the last event that it saw.
 */
export function useGrading(streamUrl: string | null): { state: GradingState; lost: boolean } {
  const [state, act] = useReducer(reduce, QUEUED);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!streamUrl) return;
    act({ type: "reset" });
    setLost(false);
    const source = new EventSource(streamUrl);
    source.onopen = () => setLost(false);
    source.onerror = () => setLost(true);
    for (const type of EVENT_TYPES) {
      source.addEventListener(type, (event: MessageEvent<string>) => {
        act({ type, data: JSON.parse(event.data) });
        if (type === "verdict" || type === "result") {
          source.close();
          setLost(false);
        }
      });
    }
    return () => source.close();
  }, [streamUrl]);
  return { state, lost };
}
