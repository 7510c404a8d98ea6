"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";

const LEAST = 25;
const MOST = 75;
const STEP = 5;

type Props = { label: string; left: ReactNode; right: ReactNode };

const clamp = (share: number) => Math.min(MOST, Math.max(LEAST, Math.round(share)));

/** Two panes with a separator that moves by pointer and by arrow keys. Wide screens only. */
export function SplitPane({ label, left, right }: Props) {
  const [share, setShare] = useState(42);
  const frame = useRef<HTMLDivElement>(null);

  const onPointerMove = (event: PointerEvent<HTMLHRElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !frame.current) return;
    const box = frame.current.getBoundingClientRect();
    setShare(clamp(((event.clientX - box.left) / box.width) * 100));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: share - STEP,
      ArrowRight: share + STEP,
      Home: LEAST,
      End: MOST,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setShare(clamp(next));
  };

  return (
    <div ref={frame} className="flex h-full min-h-0 w-full">
      <div style={{ width: `${share}%` }} className="min-w-0 shrink-0 overflow-auto">
        {left}
      </div>
      <hr
        // A separator that moves is a widget of its own in ARIA.
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={share}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        className="m-0 h-full w-1.5 shrink-0 cursor-col-resize touch-none border-0 bg-line hover:bg-accent"
      />
      <div className="min-w-0 flex-1">{right}</div>
    </div>
  );
}
