const EVERYWHERE: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
};

const TWO_YEARS_SECONDS = 63_072_000;

/** Only where people reach the installation by https: over http browsers ignore it. */
const transportSecurity = (https: boolean): Record<string, string> =>
  https ? { "strict-transport-security": `max-age=${TWO_YEARS_SECONDS}` } : {};

/** Headers of every answer, files and refusals too. @param https whether the public address is */
export const commonHeaders = (https: boolean): Record<string, string> => ({
  ...EVERYWHERE,
  ...transportSecurity(https),
});

/** Headers of every page. @param https whether the public address is https */
export const pageHeaders = (https: boolean): Record<string, string> => ({
  ...commonHeaders(https),
  "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
});

/** Headers of every answer of the API, which is never a document. */
export const apiHeaders = (https: boolean): Record<string, string> => ({
  ...commonHeaders(https),
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
});

/**
 * The policy of a page: no script runs without the request's nonce.
 * @param development allows what the development server's reloading needs
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const script = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"];
  if (development) script.push("'unsafe-eval'");
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": script,
    // Inline style attributes come from KaTeX, CodeMirror and charts; no markup of users is rendered with them.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": development ? ["'self'", "ws:"] : ["'self'"],
    // Without it the script policy, which is by nonce, would refuse the service worker.
    "worker-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}
