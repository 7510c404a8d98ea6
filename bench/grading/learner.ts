import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { createToken } from "@/lib/tokens/create-token";
import type { Subject } from "./subjects";

/** Somebody who submits through the API, with a token of his own. */
export class Learner {
  private constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  static async join(origin: string): Promise<Learner> {
    const scopes = ["submissions:read", "submissions:write"];
    const { secret } = await createToken(await signedIn(), { name: "bench", scopes, days: 1 });
    return new Learner(origin, secret);
  }

  private ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/json" };
    return fetch(`${this.origin}/api/v1${path}`, { ...init, headers });
  }

  /** Submits the subject's solution; returns the submission's id. */
  async submit({ slug, files }: Subject): Promise<string> {
    const body = JSON.stringify({ challenge: slug, files });
    const answer = await this.ask("/submissions", { method: "POST", body });
    if (answer.status !== 201) throw new Error(`submitting answered ${answer.status}`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** Follows the submission's events until its verdict, which it returns. */
  async verdict(id: string): Promise<string> {
    const answer = await this.ask(`/submissions/${id}/events`);
    let text = "";
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const found = /event: verdict\ndata: (.*)\n\n/.exec(text)?.[1];
      if (found) return (JSON.parse(found) as { verdict: string }).verdict;
    }
    throw new Error("the stream ended before the verdict");
  }
}

/** How many verdicts each of the submissions has. */
export async function verdictsOf(ids: string[]): Promise<number[]> {
  const found = await db().verdict.groupBy({
    by: ["submissionId"],
    where: { submissionId: { in: ids } },
    _count: true,
  });
  const counts = new Map(found.map(({ submissionId, _count }) => [submissionId, _count]));
  return ids.map((id) => counts.get(id) ?? 0);
}
