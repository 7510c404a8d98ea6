type Found = { path: string[]; value: unknown };

function* membersOf(value: unknown, path: string[]): Generator<Found> {
  if (typeof value !== "object" || value === null) return;
  const isArray = Array.isArray(value);
  for (const [name, inner] of Object.entries(value)) {
    const place = isArray ? path : [...path, name];
    if (!isArray) yield { path: place, value: inner };
    yield* membersOf(inner, place);
  }
}

/**
 * A member that JSON-LD reads and a reader of the JSON does not, or undefined. A proof covers what a
 * document means, and the same meaning can be written so that, say, the end of its validity or its
 * status is not where it is looked for: under a full address instead of a term, under a keyword, or
 * at a second mention of the credential itself.
 */
export function indirectMember(document: Record<string, unknown>): string | undefined {
  const { "@context": _, ...members } = document;
  for (const { path, value } of membersOf(members, [])) {
    const name = path.at(-1) ?? "";
    const repeatsRoot = name === "id" && path.length > 1 && value === document.id;
    if (/^@|:/.test(name) || repeatsRoot) return path.join(".");
  }
  return undefined;
}
