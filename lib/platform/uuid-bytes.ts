/** Ids, 16 bytes each, one after the other. */
export const toIdBytes = (ids: readonly string[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(ids.map((id) => id.replaceAll("-", "")).join(""), "hex"));

export function fromIdBytes(bytes: Uint8Array): string[] {
  const hex = Buffer.from(bytes).toString("hex");
  return Array.from({ length: hex.length / 32 }, (_, at) => {
    const id = hex.slice(at * 32, (at + 1) * 32);
    return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join(
      "-",
    );
  });
}
