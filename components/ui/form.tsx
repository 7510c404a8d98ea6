"use client";

import {
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from "react";
import { type FormAction, type FormState, IDLE_FORM } from "./form-state";
import { FormStatus } from "./form-status";

type Surroundings = FormState & { prefix: string };

const FormContext = createContext<Surroundings>({ ...IDLE_FORM, prefix: "" });

/** The state of the form around a field. */
export const useFormState = () => useContext(FormContext);

type Props = {
  action: FormAction;
  /** Heads the list of problems, e.g. "Please correct this". */
  summary: string;
  children: ReactNode;
  /** Sets this form's field ids apart where a page has several forms. */
  prefix?: string;
  /** Replaces the form's fields once its act has succeeded. */
  whenDone?: ReactNode;
  className?: string;
};

/** A form over a server action: works without scripts; with them focus goes to the first error. */
export function Form({ action, summary, children, prefix = "", whenDone, className }: Props) {
  const [state, submit] = useActionState(action, IDLE_FORM);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status !== "error") return;
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (first ?? form.current?.querySelector<HTMLElement>("[data-form-status]"))?.focus();
  }, [state]);
  if (state.status === "done" && whenDone) {
    return (
      <>
        <FormStatus state={state} summary={summary} prefix={prefix} />
        {whenDone}
      </>
    );
  }
  return (
    <FormContext value={{ ...state, prefix }}>
      <form ref={form} action={submit} noValidate className={className ?? "grid gap-4"}>
        <FormStatus state={state} summary={summary} prefix={prefix} />
        {children}
      </form>
    </FormContext>
  );
}
