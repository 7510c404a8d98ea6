import { inflateSync, crc32 as zlibCrc32 } from "node:zlib";

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export type Chunk = { type: string; data: Buffer };

const FRAME_BYTES = 12;
const MAX_TEXT_BYTES = 1_048_576;

/** The chunks of a PNG. Throws where it is none or is cut off. */
export function readChunks(png: Buffer): Chunk[] {
  if (!png.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) throw new Error("no PNG");
  const chunks: Chunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    if (at + FRAME_BYTES + length > png.length) throw new Error("a PNG that is cut off");
    const type = png.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += FRAME_BYTES + length;
    if (type === "IEND") break;
  }
  return chunks;
}

export function writeChunks(chunks: Chunk[]): Buffer {
  const framed = chunks.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(zlibCrc32(body));
    return Buffer.concat([length, body, check]);
  });
  return Buffer.concat([PNG_SIGNATURE, ...framed]);
}

/** An iTXt chunk: international text under a keyword, not compressed. */
export const textChunk = (keyword: string, text: string): Chunk => ({
  type: "iTXt",
  data: Buffer.concat([
    Buffer.from(keyword, "latin1"),
    // The end of the keyword; no compression, by method 0; no language; no translated keyword.
    Buffer.from([0, 0, 0, 0, 0]),
    Buffer.from(text, "utf8"),
  ]),
});

/** The text of an iTXt chunk under this keyword; undefined for any other chunk. */
export function textOfChunk({ type, data }: Chunk, keyword: string): string | undefined {
  const head = Buffer.from(`${keyword}\0`, "latin1");
  if (type !== "iTXt" || !data.subarray(0, head.length).equals(head)) return undefined;
  const isCompressed = data[head.length] === 1;
  const language = data.indexOf(0, head.length + 2);
  const translated = data.indexOf(0, language + 1);
  if (language < 0 || translated < 0) throw new Error("an iTXt chunk that is cut off");
  const text = data.subarray(translated + 1);
  const plain = isCompressed ? inflateSync(text, { maxOutputLength: MAX_TEXT_BYTES }) : text;
  return plain.toString("utf8");
}
