"use client";

import { Alert } from "./alert";
import type { FormState } from "./form-state";

type Props = { state: FormState; summary: string; prefix: string };

/** A form's outcome: what went well, or the list of problems, each leading to its field. */
export function FormStatus({ state, summary, prefix }: Props) {
  if (state.status === "idle") return null;
  if (state.status === "done") {
    return (
      <Alert tone="good" role="status" key={state.turn}>
        <p>{state.message}</p>
        {state.reveal ? (
          <code className="mt-2 block select-all break-all font-mono text-sm">{state.reveal}</code>
        ) : null}
      </Alert>
    );
  }
  const errors = Object.entries(state.errors);
  return (
    <Alert tone="bad" role="alert" tabIndex={-1} data-form-status="" key={state.turn}>
      <p className="font-medium">{state.message ?? summary}</p>
      {errors.length > 0 ? (
        <ul className="mt-1 list-disc pl-5">
          {errors.map(([name, text]) => (
            <li key={name}>
              <a href={`#${prefix}${name}`} className="underline">
                {text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}
