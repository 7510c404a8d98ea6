export type Attempt = { kind: "run" | "submission"; id: string; streamUrl: string };

const keyOf = (kind: Attempt["kind"], slug: string) => `touchstone:${kind}:${slug}`;

/**
 * What this tab goes on with after a reload: a run under way, otherwise the submission that it
 * showed last.
 */
export function rememberedAttempt(slug: string): Attempt | null {
  const run = sessionStorage.getItem(keyOf("run", slug));
  if (run) {
    const { id, readKey } = JSON.parse(run) as { id: string; readKey: string };
    return runAttempt(id, readKey);
  }
  const id = sessionStorage.getItem(keyOf("submission", slug));
  return id ? submissionAttempt(id) : null;
}

export function rememberRun(slug: string, id: string, readKey: string): Attempt {
  sessionStorage.setItem(keyOf("run", slug), JSON.stringify({ id, readKey }));
  return runAttempt(id, readKey);
}

export function rememberSubmission(slug: string, id: string): Attempt {
  forgetAttempt("run", slug);
  sessionStorage.setItem(keyOf("submission", slug), id);
  return submissionAttempt(id);
}

export const forgetAttempt = (kind: Attempt["kind"], slug: string): void =>
  sessionStorage.removeItem(keyOf(kind, slug));

const runAttempt = (id: string, readKey: string): Attempt => ({
  kind: "run",
  id,
  streamUrl: `/api/v1/runs/${id}/events?key=${encodeURIComponent(readKey)}`,
});

const submissionAttempt = (id: string): Attempt => ({
  kind: "submission",
  id,
  streamUrl: `/api/v1/submissions/${id}/events`,
});
