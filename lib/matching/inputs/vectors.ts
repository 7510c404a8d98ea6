/** Vectors one after the other, float32, little-endian as on every machine that we run on. */
export const toBytes = (vectors: readonly Float32Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    Buffer.concat(
      vectors.map(({ buffer, byteOffset, byteLength }) =>
        Buffer.from(buffer, byteOffset, byteLength),
      ),
    ),
  );

/** The vectors again, `count` of equal length. */
export function fromBytes(bytes: Uint8Array, count: number): Float32Array[] {
  const all = new Float32Array(Uint8Array.from(bytes).buffer);
  const size = count === 0 ? 0 : all.length / count;
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}
