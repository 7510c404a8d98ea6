import type { PlannedCase, ProgressPoint, VerdictWord } from "@/lib/grading/events";
import type { ShownCase } from "@/lib/grading/present-case";
import { addPoints, type Curves } from "./curves";

export type Summary = {
  verdict: VerdictWord;
  score: number;
  passedCases: number;
  totalCases: number;
  cpuMs: number;
  peakMemoryMb: number;
};

/** What the page knows of one grading. Phases only go forward, but for a retry. */
export type GradingState = {
  phase: "queued" | "running" | "done";
  position: number | null;
  /** Nothing that is connected can grade it yet. */
  needsDevice: boolean;
  retried: boolean;
  plan: PlannedCase[];
  cases: Map<number, ShownCase>;
  curves: Map<number, Curves>;
  current: number | null;
  summary: Summary | null;
};

export const QUEUED: GradingState = {
  phase: "queued",
  position: null,
  needsDevice: false,
  retried: false,
  plan: [],
  cases: new Map(),
  curves: new Map(),
  current: null,
  summary: null,
};

export type GradingEventData = {
  position?: number | null;
  needsDevice?: boolean;
  attempt?: number;
  cases?: PlannedCase[];
  index?: number;
  points?: ProgressPoint[];
};

export const EVENT_TYPES = [
  "queued",
  "started",
  "retry",
  "plan",
  "case_started",
  "progress",
  "case",
  "verdict",
  "result",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The state after one more event. A new attempt starts over; what the old one showed is void. */
export function advance(state: GradingState, type: EventType, data: unknown): GradingState {
  const event = data as GradingEventData;
  switch (type) {
    case "queued":
      return {
        ...state,
        position: event.position ?? null,
        needsDevice: event.needsDevice ?? false,
      };
    case "started":
      return { ...QUEUED, phase: "running", retried: state.retried };
    case "retry":
      return { ...QUEUED, retried: true };
    case "plan":
      return { ...state, phase: "running", plan: event.cases ?? [] };
    case "case_started":
      return { ...state, current: event.index ?? null };
    case "progress": {
      const index = event.index ?? 0;
      const curves = addPoints(state.curves.get(index) ?? new Map(), event.points ?? []);
      return { ...state, curves: new Map(state.curves).set(index, curves) };
    }
    case "case": {
      const one = data as ShownCase;
      return { ...state, cases: new Map(state.cases).set(one.index, one) };
    }
    case "verdict":
    case "result":
      return { ...state, phase: "done", current: null, summary: data as Summary };
  }
}
