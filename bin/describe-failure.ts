import { DomainError, type ErrorParams, InputError } from "@/lib/platform/errors";

/** What went wrong, for the terminal. Errors of the domain carry codes: their words are messages. */
export async function describeFailure(error: unknown): Promise<unknown> {
  if (!(error instanceof DomainError)) return error;
  const [{ createTranslator }, { default: messages }] = await Promise.all([
    import("use-intl/core"),
    import("@/messages/en/errors.json"),
  ]);
  const t = createTranslator<Record<string, string>>({ locale: "en", messages });
  const words = (code: string, params: ErrorParams = {}) => (t.has(code) ? t(code, params) : code);
  if (!(error instanceof InputError)) return new Error(words(error.code, error.params));
  const lines = error.issues.map(({ path, code, params }) => `${path}: ${words(code, params)}`);
  return new Error(lines.join("\n  "));
}
