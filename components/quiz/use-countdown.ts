"use client";

import { useEffect, useEffectEvent, useState } from "react";

const TICK_MS = 500;

/** Seconds left of what the server said was left; `onEnd` is called once, at 0. */
export function useCountdown(remainingMs: number, onEnd: () => void): number {
  const [left, setLeft] = useState(Math.ceil(remainingMs / 1_000));
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const until = Date.now() + remainingMs;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1_000));
      setLeft(seconds);
      if (seconds > 0) return;
      clearInterval(timer);
      end();
    };
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [remainingMs]);
  return left;
}
