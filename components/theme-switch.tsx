"use client";

import { useState } from "react";
import { THEMES, type Theme } from "./theme";

const ICONS: Record<Theme, string> = {
  system: "M3 5h18v11H3zM9 20h6M12 16v4",
  light:
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M4.9 4.9 7 7M17 17l2.1 2.1M4.9 19.1 7 17M17 7l2.1-2.1",
  dark: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
};

type Props = {
  theme: Theme;
  label: string;
  names: Record<Theme, string>;
  /** Remembers the choice. */
  onChange: (theme: Theme) => Promise<void>;
};

/** A native select under an icon: keyboard, screen reader and phone know it already. */
export function ThemeSwitch({ theme: kept, label, names, onChange }: Props) {
  const [theme, setTheme] = useState(kept);
  const choose = (next: Theme) => {
    setTheme(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // Offline the choice holds until the page is left.
    onChange(next).catch(() => undefined);
  };
  return (
    <span className="relative flex size-9 items-center justify-center rounded-md text-muted focus-within:outline-2 focus-within:outline-accent hover:bg-surface hover:text-ink">
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        className="size-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={ICONS[theme]} />
      </svg>
      <select
        aria-label={label}
        title={`${label}: ${names[theme]}`}
        value={theme}
        onChange={(event) => choose(event.target.value as Theme)}
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </span>
  );
}
