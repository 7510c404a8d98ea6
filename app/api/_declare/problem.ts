import { createTranslator } from "next-intl";
import { DomainError, type ErrorKind, InputError, STATUS_OF } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import enErrors from "@/messages/en/errors.json";
import zhErrors from "@/messages/zh/errors.json";
import { fixedHeaders } from "./fixed-headers";

/** RFC 9457 body. `code` is stable; `detail` is for people, in the language they asked for. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  params?: Record<string, string | number>;
  issues?: { path: string; code: string; message?: string }[];
};

const messagesFor = (request: Request) =>
  /^\s*zh\b/i.test(request.headers.get("accept-language") ?? "")
    ? { locale: "zh", messages: zhErrors }
    : { locale: "en", messages: enErrors };

type Params = Record<string, string | number>;

/** The code's words in the language of the request; undefined where it has none. */
function wordingOf(request: Request, code: string, params: Params): string | undefined {
  const { locale, messages } = messagesFor(request);
  const t = createTranslator<Record<string, string>>({ locale, messages });
  return t.has(code) ? t(code, params) : undefined;
}

const wording = (request: Request, code: string, params: Params): string =>
  wordingOf(request, code, params) ?? wordingOf(request, "unexpected", {}) ?? code;

const titleOf = (kind: ErrorKind | "internal") => kind.replaceAll("_", " ");

/** The answer to a failed request. Faults are logged whole and shown without their cause. */
export function problemResponse(request: Request, error: unknown): Response {
  const problem = toProblem(request, error);
  const headers = new Headers({
    ...fixedHeaders(),
    "content-type": "application/problem+json",
  });
  const { retryAfter, allow } = problem.params ?? {};
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (allow !== undefined) headers.set("allow", String(allow));
  // The rest of the body is not read, so the connection cannot serve another request.
  if (problem.status === 413) headers.set("connection", "close");
  if (problem.status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function toProblem(request: Request, error: unknown): Problem {
  if (!(error instanceof DomainError)) {
    log.error({ err: error, path: new URL(request.url).pathname }, "request failed");
    return {
      type: "urn:touchstone:problem:internal",
      title: titleOf("internal"),
      status: 500,
      code: "internal",
      detail: wording(request, "internal", {}),
    };
  }
  const problem: Problem = {
    type: `urn:touchstone:problem:${error.code}`,
    title: titleOf(error.kind),
    status: STATUS_OF[error.kind],
    code: error.code,
    detail: wording(request, error.code, error.params),
  };
  if (Object.keys(error.params).length > 0) problem.params = error.params;
  if (error instanceof InputError)
    problem.issues = error.issues.map((issue) => toIssue(request, issue));
  return problem;
}

function toIssue(request: Request, { path, code, params = {} }: InputError["issues"][number]) {
  const message = params.message ?? wordingOf(request, code, params);
  return message === undefined ? { path, code } : { path, code, message: String(message) };
}
