import { escapeXml, unescapeXml } from "./escape-xml";
import { looksLikeJwt } from "./parse-jwt";

const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";

/** The element as Open Badges writes it: a token in an attribute, a document as text. */
function element(credential: string): string {
  const attribute = `xmlns:openbadges="${NAMESPACE}"`;
  if (looksLikeJwt(credential)) {
    return `<openbadges:credential ${attribute} verify="${escapeXml(credential)}"/>`;
  }
  const text = credential.replaceAll("]]>", "]]]]><![CDATA[>");
  return `<openbadges:credential ${attribute}><![CDATA[${text}]]></openbadges:credential>`;
}

/** Our own SVG with the credential in it, JSON or token, as the first element. */
export const bakeSvg = (svg: string, credential: string): string =>
  svg.replace(/<svg\b[^>]*>/, (opening) => opening + element(credential));

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;

/** Text of an element: what stands in CDATA as it is, all else without its escapes. */
function textOf(content: string): string {
  let text = "";
  let at = 0;
  for (const section of content.matchAll(CDATA)) {
    text += unescapeXml(content.slice(at, section.index)) + section[1];
    at = section.index + section[0].length;
  }
  return (text + unescapeXml(content.slice(at))).trim();
}

/** The credential in an SVG; undefined where there is none. */
export function extractSvg(svg: string): string | undefined {
  const declared = svg.matchAll(/xmlns:([\w.-]{1,64})\s*=\s*["']([^"']{1,200})["']/g);
  for (const [, prefix, namespace] of declared) {
    if (namespace !== NAMESPACE) continue;
    const name = `${prefix?.replaceAll(".", "\\.")}:credential`;
    const opening = new RegExp(`<${name}(\\s[^>]*?)?(/?)>`).exec(svg);
    if (!opening) continue;
    const token = /\sverify\s*=\s*["']([^"']*)["']/.exec(opening[1] ?? "")?.[1];
    if (token) return unescapeXml(token).trim();
    const start = opening.index + opening[0].length;
    const end = svg.indexOf(`</${prefix}:credential`, start);
    if (opening[2] !== "/" && end > start) return textOf(svg.slice(start, end));
  }
  return undefined;
}
