/** What a form's server action answers; texts are in the reader's language. */
export type FormState = {
  status: "idle" | "error" | "done";
  /** What the person typed, kept for another try; never passwords. */
  values: Record<string, string>;
  /** A field's message by the field's name. */
  errors: Record<string, string>;
  /** A message for the whole form. */
  message?: string;
  /** What may be shown only now, e.g. a new token. */
  reveal?: string;
  /** Counts the answers, so that the same message twice is announced twice. */
  turn: number;
};

export const IDLE_FORM: FormState = { status: "idle", values: {}, errors: {}, turn: 0 };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
