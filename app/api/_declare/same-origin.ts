import { publicUrl } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";

/**
 * A change that rides on a cookie, or that a visitor may make, must come from our own pages.
 * Browsers send Origin with every such request; a request without it is not from a browser page.
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const allowed = [new URL(publicUrl()).origin, ownOrigin(request)];
  if (origin === null || !allowed.includes(origin)) {
    throw new DomainError("forbidden", "cross_origin");
  }
}

/** The origin that the browser addressed; a page of another site cannot choose our Host. */
function ownOrigin(request: Request): string | undefined {
  const host = request.headers.get("host");
  return host ? `${new URL(request.url).protocol}//${host}` : undefined;
}
