/** A failure that a person can mend: one clear message and what to do about it. */
export class StartError extends Error {
  override readonly name = "StartError";

  constructor(
    message: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
