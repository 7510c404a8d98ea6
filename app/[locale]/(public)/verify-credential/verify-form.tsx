"use client";

import { useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { FieldFrame } from "@/components/ui/field-frame";
import { Input, inputClass } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { type VerifyState, verifyAction } from "./actions";
import { type ResultLabels, VerifyResult } from "./verify-result";

type Field = "text" | "textHint" | "file" | "fileHint" | "email" | "emailHint" | "submit";

/** A file that is too large is not sent: the server would only cut it off. */
const judgeSize = (input: HTMLInputElement, limitKb: number, words: string) =>
  input.setCustomValidity((input.files?.[0]?.size ?? 0) > limitKb * 1024 ? words : "");

type Props = {
  initial: VerifyState;
  limitKb: number;
  labels: Record<Field | "tooLarge", string> & { result: ResultLabels };
};

/** The form and, below it, how its last verification came out; works without scripts. */
export function VerifyForm({ initial, limitKb, labels }: Props) {
  const [state, submit] = useActionState(verifyAction, initial);
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
      <form action={submit} className="grid content-start gap-4">
        <FieldFrame id="text" label={labels.text} hint={labels.textHint}>
          {(described) => (
            <textarea
              id="text"
              name="text"
              rows={8}
              key={state.text}
              defaultValue={state.text}
              spellCheck={false}
              aria-describedby={described}
              className={`${inputClass} break-all font-mono text-sm`}
            />
          )}
        </FieldFrame>
        <FieldFrame id="file" label={labels.file} hint={labels.fileHint}>
          {(described) => (
            <Input
              id="file"
              name="file"
              type="file"
              onChange={({ target }) => judgeSize(target, limitKb, labels.tooLarge)}
              accept=".png,.svg,.json,.jsonld,.jwt,.txt"
              aria-describedby={described}
            />
          )}
        </FieldFrame>
        <FieldFrame id="email" label={labels.email} hint={labels.emailHint}>
          {(described) => (
            <Input
              id="email"
              name="email"
              type="email"
              autoComplete="off"
              aria-describedby={described}
            />
          )}
        </FieldFrame>
        <SubmitButton className="justify-self-start">{labels.submit}</SubmitButton>
      </form>
      <div>
        {state.error ? (
          <Alert tone="bad" role="alert">
            {state.error}
          </Alert>
        ) : null}
        {state.view ? <VerifyResult view={state.view} labels={labels.result} /> : null}
      </div>
    </div>
  );
}
