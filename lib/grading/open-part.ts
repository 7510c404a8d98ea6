import type { RunnerEvent } from "./events";

/**
 * What of an event may be told while a season is open: nothing of its private case. Null where
 * nothing is left. The private case comes last, so that the others keep their places.
 */
export function openPart(event: RunnerEvent): RunnerEvent | null {
  if (event.event === "case") return event.split === "private" ? null : event;
  if (event.event !== "plan") return event;
  return { ...event, cases: event.cases.filter(({ split }) => split !== "private") };
}
