import { z } from "zod";

const header = z.object({
  alg: z.string(),
  kid: z.string().optional(),
  jwk: z.record(z.string(), z.unknown()).optional(),
  typ: z.string().optional(),
});

export type JwtHeader = z.infer<typeof header>;

export type ParsedJwt = {
  header: JwtHeader;
  payload: Record<string, unknown>;
};

/**
 * The bytes of one part. Throws unless it is written the one canonical way: the last character of
 * a part holds bits that a lenient decoder drops, so that a changed token would still verify.
 */
function decodePart(part: string): Buffer {
  const bytes = Buffer.from(part, "base64url");
  if (bytes.length === 0 || bytes.toString("base64url") !== part) {
    throw new Error("not canonical base64url");
  }
  return bytes;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

const decodeJson = (part: string): unknown => JSON.parse(utf8.decode(decodePart(part)));

export const looksLikeJwt = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);

/** Splits a compact token. Throws where it is none; says nothing about its signature. */
export function parseJwt(token: string): ParsedJwt {
  const [head, body, tail, ...more] = token.split(".");
  if (!head || !body || !tail || more.length > 0) throw new Error("not three parts");
  decodePart(tail);
  return {
    header: header.parse(decodeJson(head)),
    payload: z.record(z.string(), z.unknown()).parse(decodeJson(body)),
  };
}
