import { gunzipSync, gzipSync } from "node:zlib";

/** The least that Bitstring Status List allows, so that an index hides among many. */
export const LIST_SIZE = 131_072;

const BITS = 8;
const MAX_BYTES = 4_194_304;

/** A list with these bits set: gzip, then base64url with its multibase letter. */
export function encodeStatusList(indexes: readonly number[]): string {
  const bits = Buffer.alloc(LIST_SIZE / BITS);
  for (const index of indexes) {
    const at = Math.floor(index / BITS);
    // The first index is the leftmost bit.
    bits.writeUInt8(bits.readUInt8(at) | (0x80 >> (index % BITS)), at);
  }
  return `u${gzipSync(bits).toString("base64url")}`;
}

/** Whether the bit is set. Throws where the list cannot be read or is shorter than that. */
export function readStatusBit(encodedList: string, index: number): boolean {
  if (!encodedList.startsWith("u")) throw new Error("not multibase base64url");
  const packed = Buffer.from(encodedList.slice(1), "base64url");
  // A few kilobytes may unpack to gigabytes.
  const bits = gunzipSync(packed, { maxOutputLength: MAX_BYTES });
  if (bits.length * BITS < LIST_SIZE) throw new Error("shorter than the specification allows");
  const at = Math.floor(index / BITS);
  return (bits.readUInt8(at) & (0x80 >> (index % BITS))) !== 0;
}
