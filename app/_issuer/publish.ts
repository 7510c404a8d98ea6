import { problemResponse } from "@/app/api/_declare/problem";
import { publicUrl } from "@/lib/platform/env";
import { apiHeaders } from "@/lib/platform/security-headers";

/** What an issuer publishes is for every verifier, those that run in a browser too. */
const headersOf = (contentType: string): Record<string, string> => ({
  ...apiHeaders(publicUrl().startsWith("https:")),
  "content-type": contentType,
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  // Verifiers ask often; a revocation must be seen soon.
  "cache-control": "public, max-age=60",
});

type Published = { body: string | Buffer; contentType: string; headers?: Record<string, string> };

/** Answers with a document that is there for everybody, or with the problem. */
export async function publish(request: Request, work: () => Promise<Published>): Promise<Response> {
  try {
    const { body, contentType, headers } = await work();
    const bytes = typeof body === "string" ? body : new Uint8Array(body);
    return new Response(bytes, { headers: { ...headersOf(contentType), ...headers } });
  } catch (error) {
    return problemResponse(request, error);
  }
}

export const publishJson = (
  request: Request,
  work: () => Promise<object>,
  contentType = "application/json",
): Promise<Response> =>
  publish(request, async () => ({ body: JSON.stringify(await work()), contentType }));
