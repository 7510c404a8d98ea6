"use client";

import type { Answers } from "@/lib/quiz/answers";

const keyOf = (attempt: string) => `touchstone:attempt:${attempt}`;

/** Answers of an attempt that this browser could not hand over yet. */
export function recallUnsaved(attempt: string): Answers {
  try {
    return JSON.parse(localStorage.getItem(keyOf(attempt)) ?? "{}") as Answers;
  } catch {
    return {};
  }
}

/** Keeps what is not saved yet, in case the page is gone before it is. */
export function rememberUnsaved(attempt: string, unsaved: Answers): void {
  try {
    if (Object.keys(unsaved).length === 0) localStorage.removeItem(keyOf(attempt));
    else localStorage.setItem(keyOf(attempt), JSON.stringify(unsaved));
  } catch {
    // A full or forbidden store: what is saved remains.
  }
}
