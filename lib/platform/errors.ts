/**
 * Errors that a person or client may see. The code is stable and keys a message in
 * messages/<locale>/errors.json; params fill it. Anything else is a fault and shown as 500.
 */
export type ErrorParams = Record<string, string | number>;

export const STATUS_OF = {
  invalid_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  idempotency_mismatch: 409,
  gone: 410,
  too_large: 413,
  unsupported_media: 415,
  unprocessable: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof STATUS_OF;

export class DomainError extends Error {
  override readonly name = "DomainError";

  /**
   * @param kind decides the HTTP status
   * @param code stable, more specific than kind, e.g. "email_taken"
   * @param params values for the message; never secrets
   */
  constructor(
    readonly kind: ErrorKind,
    readonly code: string = kind,
    readonly params: ErrorParams = {},
  ) {
    super(code);
  }

  get status(): number {
    return STATUS_OF[this.kind];
  }
}

/** What an actor may not see does not exist for him. */
export const notFound = (code = "not_found") => new DomainError("not_found", code);

/** One field's problem in a form or request body. */
export type FieldIssue = { path: string; code: string; params?: ErrorParams };

export class InputError extends DomainError {
  constructor(readonly issues: FieldIssue[]) {
    super("invalid_input", "invalid_input");
  }
}

/** Settings that cannot be read; `problems` has one line each. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly remedy = "Correct them in .env or the environment; an empty one counts as unset.";
  constructor(readonly problems: string[]) {
    super(`Settings cannot be read:\n  ${problems.join("\n  ")}`);
  }
}
