"use client";

import type { KeyboardEvent } from "react";

type Props<T extends string> = {
  tabs: T[];
  current: T;
  onChange: (tab: T) => void;
  label: (tab: T) => string;
};

/** Tabs in a row; arrow keys move between them. Panels are `panel-<tab>`. */
export function TabBar<T extends string>({ tabs, current, onChange, label }: Props<T>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" onKeyDown={onKeyDown} className="flex border-line border-b bg-surface">
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === current}
          aria-controls={`panel-${tab}`}
          tabIndex={tab === current ? 0 : -1}
          onClick={() => onChange(tab)}
          className="min-h-11 flex-1 border-transparent border-b-2 text-muted text-sm aria-selected:border-accent aria-selected:text-ink"
        >
          {label(tab)}
        </button>
      ))}
    </div>
  );
}
