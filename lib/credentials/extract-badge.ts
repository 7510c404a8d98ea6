import { extractPng } from "./bake-png";
import { extractSvg } from "./bake-svg";
import { PNG_SIGNATURE } from "./png-chunks";

const isPng = (bytes: Buffer) => bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);

/** An SVG may begin with a declaration, comments and white space. */
const isXml = (text: string) => /^\s*</.test(text);

/**
 * The credential in what somebody handed over: a baked PNG or SVG, a JSON document, a token.
 * Undefined where an image holds none; throws where an image is damaged.
 */
export function extractBadge(bytes: Buffer): string | undefined {
  if (isPng(bytes)) return extractPng(bytes);
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  return isXml(text) ? extractSvg(text) : text;
}
