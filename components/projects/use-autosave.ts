"use client";

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { callApi, RequestFailed } from "../workspace/api";

export type SaveState =
  | { kind: "idle" | "saving" | "saved" | "failed" }
  /** The server takes no more of it, and says why. */
  | { kind: "refused"; reason: string };

const AFTER_MS = 800;
const AGAIN_AFTER_MS = 3_000;

/**
 * Saves the form around an element a moment after every change, one request at a time, tried again
 * until it is saved. `collect` makes the request's body; `onSaved` gets its answer.
 */
export function useAutosave<Answer>(
  inside: RefObject<HTMLElement | null>,
  path: string,
  collect: (form: FormData) => unknown,
  onSaved: (answer: Answer) => void = () => undefined,
): SaveState {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const dirty = useRef(false);
  const sending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const bodyOf = useEffectEvent((form: HTMLFormElement) => collect(new FormData(form)));
  const saved = useEffectEvent((answer: Answer) => onSaved(answer));

  const save = useCallback(
    async (form: HTMLFormElement, send: (body: HTMLFormElement) => Promise<void>) => {
      if (!dirty.current || sending.current) return;
      dirty.current = false;
      sending.current = true;
      setState({ kind: "saving" });
      let again = AFTER_MS;
      try {
        await send(form);
        setState({ kind: "saved" });
      } catch (error) {
        if (error instanceof RequestFailed) {
          setState({ kind: "refused", reason: error.message });
        } else {
          setState({ kind: "failed" });
          dirty.current = true;
          again = AGAIN_AFTER_MS;
        }
      }
      sending.current = false;
      if (dirty.current) timer.current = setTimeout(() => void save(form, send), again);
    },
    [],
  );

  useEffect(() => {
    const form = inside.current?.closest("form");
    if (!form) return;
    const send = async () => {
      const answer = await callApi<Answer>(path, {
        method: "PUT",
        body: bodyOf(form),
        keepalive: document.visibilityState === "hidden",
      });
      saved(answer);
    };
    const changed = () => {
      dirty.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(form, send), AFTER_MS);
    };
    const leave = () => void save(form, send);
    // What the form's own button sends is newer than what waits here.
    const submitted = () => {
      dirty.current = false;
      clearTimeout(timer.current);
    };
    form.addEventListener("input", changed);
    form.addEventListener("submit", submitted);
    addEventListener("pagehide", leave);
    return () => {
      leave();
      clearTimeout(timer.current);
      form.removeEventListener("input", changed);
      form.removeEventListener("submit", submitted);
      removeEventListener("pagehide", leave);
    };
  }, [inside, path, save]);

  return state;
}
