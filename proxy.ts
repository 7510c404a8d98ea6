import { NextRequest } from "next/server";
import createIntlProxy from "next-intl/middleware";
import { routing } from "./i18n/routing";
import { publicUrl } from "./lib/platform/env";
import { contentSecurityPolicy, pageHeaders } from "./lib/platform/security-headers";

const localise = createIntlProxy(routing);

/** Gives every page its language and a fresh nonce for its scripts. */
export default function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = localise(new NextRequest(request, { headers }));
  response.headers.set("content-security-policy", policy);
  const fixed = pageHeaders(publicUrl().startsWith("https:"));
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
  return response;
}

/**
 * Whatever is no part of the API, no file of the build and nothing that an issuer publishes is a
 * page, if only one that is missing.
 */
export const config = {
  matcher: [
    "/((?!api$|api/|_next/|icon\\.svg$|service-worker\\.js$|\\.well-known/|credentials/keys/|credentials/status/|credentials/achievements/|credentials/skills/|credentials/[0-9a-f-]+$).*)",
  ],
};
