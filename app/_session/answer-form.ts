import { getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { DomainError, type ErrorParams, InputError } from "@/lib/platform/errors";

const isKept = ([name, value]: [string, unknown]) =>
  typeof value === "string" && !name.startsWith("$") && !/password|token/i.test(name);

/** What the form held, without passwords and secrets. */
const keptValues = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter(isKept).map(([name, value]) => [name, String(value)]));

type Success = { message: string; reveal?: string };

/**
 * Runs a form's operation and says how it went in the reader's language. Faults, and Next's own
 * redirects, pass through.
 */
export async function answerForm(
  previous: FormState,
  form: FormData,
  operation: () => Promise<Success>,
): Promise<FormState> {
  const turn = previous.turn + 1;
  try {
    return { status: "done", values: {}, errors: {}, turn, ...(await operation()) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { status: "error", turn, values: keptValues(form), ...(await explain(error)) };
  }
}

async function explain(error: DomainError): Promise<Pick<FormState, "errors" | "message">> {
  const t = await getTranslations("errors");
  const text = (code: string, params: ErrorParams = {}) =>
    t.has(code) ? t(code, params) : t("unexpected");
  if (!(error instanceof InputError)) {
    return { errors: {}, message: text(error.code, error.params) };
  }
  const errors: Record<string, string> = {};
  for (const { path, code, params } of error.issues) errors[path] ??= text(code, params);
  return { errors };
}
