import { fixedHeaders } from "./fixed-headers";

/** A file that a browser saves and never shows as a page of ours. */
export function attachment(
  name: string,
  contentType: string,
  body: string | ReadableStream<Uint8Array>,
  bytes?: number,
): Response {
  return new Response(body, {
    headers: {
      ...fixedHeaders(),
      "content-type": contentType,
      ...(bytes !== undefined && { "content-length": String(bytes) }),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}
