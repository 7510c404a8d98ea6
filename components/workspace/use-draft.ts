"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { callApi, RequestFailed } from "./api";

export type DraftState =
  | { kind: "idle" | "saving" | "saved" | "local" | "newer" }
  | { kind: "failed"; reason: string };

type Kept = { text: string; at: string };

const SAVE_AFTER_MS = 1_500;

const keyOf = (slug: string, file: string) => `touchstone:draft:${slug}:${file}`;

function readLocal(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

type Options = {
  slug: string;
  entry: string;
  starter: string;
  /** What the account keeps, if anything. */
  remote: Kept | null;
  signedIn: boolean;
};

/**
 * The code as it stands: in this browser at once, in the account a moment later. At the start the
 * newer of the two wins. `initial` is null until the browser's copy has been read.
 */
export function useDraft({ slug, entry, starter, remote, signedIn }: Options) {
  const key = keyOf(slug, entry);
  const [initial, setInitial] = useState<string | null>(null);
  const [state, setState] = useState<DraftState>({ kind: "idle" });
  const text = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const local = readLocal(key);
    const newest = local && (!remote || local.at >= remote.at) ? local : remote;
    if (remote && local && remote.at > local.at && remote.text !== local.text) {
      setState({ kind: "newer" });
    }
    text.current = newest?.text ?? starter;
    setInitial(text.current);
  }, [key, remote, starter]);

  const save = useCallback(async () => {
    setState({ kind: "saving" });
    try {
      const body = { files: { [entry]: text.current } };
      await callApi(`/challenges/${slug}/draft`, { method: "PUT", body });
      setState({ kind: "saved" });
    } catch (error) {
      const reason = error instanceof RequestFailed ? error.message : "";
      setState(reason ? { kind: "failed", reason } : { kind: "local" });
    }
  }, [slug, entry]);

  const change = useCallback(
    (next: string) => {
      text.current = next;
      const kept: Kept = { text: next, at: new Date().toISOString() };
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // A full or forbidden store: the account's copy remains.
      }
      clearTimeout(timer.current);
      if (signedIn) timer.current = setTimeout(save, SAVE_AFTER_MS);
      else setState({ kind: "local" });
    },
    [key, save, signedIn],
  );

  useEffect(() => () => clearTimeout(timer.current), []);
  return { initial, state, change, current: () => text.current };
}
