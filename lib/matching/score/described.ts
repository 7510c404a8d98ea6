import type { ReadText } from "../describe-text";
import type { Side } from "../weights";
import { type Bag, bagOf } from "./bag";

/** A text as it is compared by wording: what kind it is, its words, its characters. */
export type Described = { side: Side; words: Bag; characters: Bag };

export const describedBy = ({ language, length, coverage, terms, grams }: ReadText): Described => ({
  side: { language, length, coverage },
  words: bagOf(terms),
  characters: bagOf(grams),
});

const LANGUAGES = ["en", "zh", "mixed"] as const;
const LENGTHS = ["title", "text"] as const;
/** language, length, two bytes of nothing, coverage; then the bags. */
const HEADER = 8;

const bagSize = ({ ids }: Bag) => 8 + 6 * ids.length;

/** Texts one after the other, little-endian: so they need not be read again to be compared. */
export function encodeDescribed(texts: readonly Described[]): Uint8Array<ArrayBuffer> {
  const sizes = texts.map(({ words, characters }) => HEADER + bagSize(words) + bagSize(characters));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const putBag = ({ ids, counts, length }: Bag) => {
    view.setUint32(at, ids.length, true);
    view.setUint32(at + 4, length, true);
    at += 8;
    for (const id of ids) {
      view.setUint32(at, id, true);
      at += 4;
    }
    for (const count of counts) {
      view.setUint16(at, count, true);
      at += 2;
    }
  };
  for (const { side, words, characters } of texts) {
    view.setUint8(at, LANGUAGES.indexOf(side.language));
    view.setUint8(at + 1, LENGTHS.indexOf(side.length));
    view.setFloat32(at + 4, side.coverage, true);
    at += HEADER;
    putBag(words);
    putBag(characters);
  }
  return bytes;
}

export function decodeDescribed(bytes: Uint8Array): Described[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: Described[] = [];
  let at = 0;
  const takeBag = (): Bag => {
    const size = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    at += 8;
    const ids = new Uint32Array(size);
    for (let index = 0; index < size; index++, at += 4) ids[index] = view.getUint32(at, true);
    const counts = new Uint16Array(size);
    for (let index = 0; index < size; index++, at += 2) counts[index] = view.getUint16(at, true);
    return { ids, counts, length };
  };
  while (at < bytes.byteLength) {
    const side: Side = {
      language: LANGUAGES[view.getUint8(at)] ?? "en",
      length: LENGTHS[view.getUint8(at + 1)] ?? "text",
      coverage: view.getFloat32(at + 4, true),
    };
    at += HEADER;
    texts.push({ side, words: takeBag(), characters: takeBag() });
  }
  return texts;
}
