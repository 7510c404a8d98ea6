import { DomainError, InputError } from "@/lib/platform/errors";

/** No JSON body of this API is larger, in bytes. */
export const BODY_LIMIT = 1_048_576;

/** The body as JSON. Throws too_large, unsupported_media or invalid_input; never buffers more than the limit. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new DomainError("unsupported_media", "json_expected");
  return parseJson(await readLimited(request));
}

/** Throws invalid_input for what is no JSON in UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new InputError([{ path: "", code: "bad_json" }]);
  }
}

/** The body's bytes. Throws too_large as soon as there are more than the limit. */
export async function readLimited(request: Request): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) {
      throw new DomainError("too_large", "body_too_large", { limitKb: BODY_LIMIT / 1024 });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
