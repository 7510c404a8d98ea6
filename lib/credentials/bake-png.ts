import { readChunks, textChunk, textOfChunk, writeChunks } from "./png-chunks";

const KEYWORD = "openbadgecredential";

/** The PNG with the credential in it, JSON or token; one that was in it goes. */
export function bakePng(png: Buffer, credential: string): Buffer {
  const [header, ...rest] = readChunks(png).filter(
    (chunk) => textOfChunk(chunk, KEYWORD) === undefined,
  );
  if (!header) throw new Error("a PNG without a header");
  return writeChunks([header, textChunk(KEYWORD, credential), ...rest]);
}

/** The credential in a PNG; undefined where there is none. */
export function extractPng(png: Buffer): string | undefined {
  for (const chunk of readChunks(png)) {
    const text = textOfChunk(chunk, KEYWORD);
    if (text !== undefined) return text;
  }
  return undefined;
}
