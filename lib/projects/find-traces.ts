import { openBlob } from "@/lib/platform/blobs";
import { extensionOf } from "./neutral-names";
import type { PieceRow } from "./piece-row";

/** Marks of metadata that programs write of those who use them, by the file's kind. */
const METADATA: Record<string, string[]> = {
  pdf: ["/Author", "/Creator", "dc:creator", "xmpMM:"],
  png: ["tEXt", "iTXt", "eXIf"],
  jpg: ["Exif", "http://ns.adobe.com/xap"],
  jpeg: ["Exif", "http://ns.adobe.com/xap"],
  ipynb: ["/home/", "/Users/", "C:\\\\Users"],
};

/** Long enough for any name that is looked for to stand across two parts of a stream. */
const OVERLAP = 512;

/**
 * What files of a piece may tell of its authors: their names or addresses in plain bytes, their own
 * file names, and metadata. Looks into nothing compressed, so that finding nothing proves nothing.
 */
export async function findTraces({ attachments, members }: PieceRow): Promise<string[]> {
  const people = members.flatMap(({ user }) => [user.name, user.email, user.leaderboardName ?? ""]);
  const names = people.filter((one) => Buffer.byteLength(one) > 3);
  const found: string[] = [];
  for (const { upload } of attachments) {
    if (!upload.sha256) continue;
    const wanted = [
      ...(METADATA[extensionOf(upload.filename)] ?? []).map((text) => ({
        text,
        bytes: Buffer.from(text),
      })),
      ...names.map((text) => ({ text, bytes: Buffer.from(text) })),
      ...names.map((text) => ({ text, bytes: Buffer.from(text, "utf16le").swap16() })),
    ];
    const hits = await search(await openBlob(upload.sha256), wanted);
    if (hits.length > 0) found.push(`${upload.filename} (${hits.join(", ")})`);
  }
  return found;
}

type Wanted = { text: string; bytes: Buffer };

async function search(stream: AsyncIterable<Buffer>, wanted: Wanted[]): Promise<string[]> {
  const hits = new Set<string>();
  let tail: Buffer = Buffer.alloc(0);
  for await (const part of stream) {
    const window = Buffer.concat([tail, part]);
    for (const { text, bytes } of wanted) if (window.includes(bytes)) hits.add(text);
    tail = window.subarray(Math.max(0, window.length - OVERLAP));
  }
  return [...hits];
}
