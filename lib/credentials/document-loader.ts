import { BUNDLED_CONTEXTS } from "./bundled-contexts";

/** Answers for the bundled contexts and the documents given, and for nothing else. */
export function documentLoader(given: ReadonlyMap<string, object> = new Map()): DocumentLoader {
  return async (url) => {
    const document = given.get(url) ?? BUNDLED_CONTEXTS.get(url);
    if (!document) throw new Error(`${url} is no known context`);
    return { contextUrl: null, documentUrl: url, document };
  };
}
