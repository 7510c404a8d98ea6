import { type Bank, parseBank } from "@/lib/content/quiz-bank";

type Version = { contentHash: string; manifest: { slug: string }; files: Record<string, string> };
type KnownBank = { bank: Bank; items: Map<string, Bank["items"][number]> };

const CACHED = 50;
const cache = new Map<string, KnownBank>();

/** A version's bank. A version never changes, so its bank is parsed once. */
export function bankOfVersion({ contentHash, manifest, files }: Version): KnownBank {
  const known = cache.get(contentHash);
  if (known) return known;
  const bank = parseBank(manifest.slug, files);
  const made = { bank, items: new Map(bank.items.map((item) => [item.id, item])) };
  cache.set(contentHash, made);
  const oldest = cache.keys().next().value;
  if (cache.size > CACHED && oldest !== undefined) cache.delete(oldest);
  return made;
}
