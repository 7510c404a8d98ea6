import { archiveError } from "./archive-error";

export type ArchiveLimits = {
  /** Files and folders. */
  entries: number;
  /** Of all files as they unpack. */
  bytes: number;
};

export type ArchiveEntry = { path: string; bytes: number };

const LONGEST_PATH = 240;
/** What unpacks to more than this many times its size was made to do so. */
const MOST_RATIO = 200;
/** Small files may compress as well as they like. */
const RATIO_FROM_BYTES = 2 ** 20;

/** Counts what an archive unpacks to, entry by entry, and ends it at the first broken rule. */
export class Admission {
  readonly files: ArchiveEntry[] = [];
  private readonly seen = new Set<string>();
  private entries = 0;
  private bytes = 0;

  constructor(
    private readonly limits: ArchiveLimits,
    private readonly packedBytes: number,
  ) {}

  /** The entry's path, checked. Throws InputError. */
  enter(name: string): string {
    this.entries += 1;
    if (this.entries > this.limits.entries) {
      throw archiveError("too_many", { limit: this.limits.entries });
    }
    const path = safePath(name);
    // A file system may fold case and composed letters: two such names would be one file.
    const folded = path.normalize("NFC").toLowerCase();
    if (this.seen.has(folded)) throw archiveError("duplicate", { entry: shown(name) });
    this.seen.add(folded);
    return path;
  }

  /** Some of an entry's content has unpacked. Throws InputError. */
  unpacked(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > this.limits.bytes) {
      throw archiveError("too_large", { limitKb: Math.floor(this.limits.bytes / 1024) });
    }
    if (this.bytes > RATIO_FROM_BYTES && this.bytes > MOST_RATIO * this.packedBytes) {
      throw archiveError("bomb");
    }
  }
}

/** A relative path that stays below its folder, on every system. Throws InputError. */
function safePath(name: string): string {
  const path = name.replace(/\/+$/, "");
  const parts = path.split("/");
  const bad =
    path === "" ||
    path.length > LONGEST_PATH ||
    /[\p{Cc}\p{Cs}\\:*?"<>|]/u.test(path) ||
    parts.some((part) => part === "" || part === "." || part === ".." || /[. ]$/.test(part));
  if (bad) throw archiveError("path", { entry: shown(name) });
  return path;
}

/** A name from outside as a message may show it. */
export const shown = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "�").slice(0, 80);
