"use client";

export type Problem = {
  code: string;
  detail: string;
  issues?: { path: string; code: string; message?: string }[];
};

/** A refused request, with the server's words in the reader's language. */
export class RequestFailed extends Error {
  constructor(readonly problem: Problem) {
    const found = problem.issues?.flatMap(({ message }) => message ?? []) ?? [];
    super(found.length > 0 ? [...new Set(found)].join(" ") : problem.detail);
  }
}

type Options = {
  method: "POST" | "PUT";
  body?: unknown;
  headers?: Record<string, string>;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
};

/** Calls the API in the page's language. Throws RequestFailed, or TypeError when offline. */
export async function callApi<T>(
  path: string,
  { method, body, headers, keepalive = false }: Options,
): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    keepalive,
    headers: {
      "content-type": "application/json",
      "accept-language": document.documentElement.lang,
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new RequestFailed(answer as Problem);
  return answer as T;
}
