const BASE = "http://same.invalid";

const hasControl = (text: string) =>
  [...text].some((character) => character.charCodeAt(0) < 32 || character.charCodeAt(0) === 127);

/**
 * A path of this site to go on to, or the fallback. Refuses whatever a browser, or a second
 * decoding on the way, could read as another origin: "//evil", "/\evil", "javascript:", "/%2f/evil".
 */
export function safeReturnPath(value: string | null | undefined, fallback = "/"): string {
  if (!value || !isLocalPath(value)) return fallback;
  const url = new URL(value, BASE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return isLocalPath(path) ? path : fallback;
}

function isLocalPath(value: string): boolean {
  if (!value.startsWith("/") || hasControl(value)) return false;
  const start = fullyDecoded(value.split(/[?#]/)[0] ?? "");
  if (start === null || start.startsWith("//") || start.includes("\\") || hasControl(start)) {
    return false;
  }
  try {
    return new URL(value, BASE).origin === BASE;
  } catch {
    return false;
  }
}

/** Decodes until nothing changes; null for broken or endlessly nested escapes. */
function fullyDecoded(text: string): string | null {
  let current = text;
  for (let round = 0; round < 5; round += 1) {
    try {
      const next = decodeURIComponent(current);
      if (next === current) return current;
      current = next;
    } catch {
      return null;
    }
  }
  return null;
}
