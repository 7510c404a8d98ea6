import { bytes } from "@/lib/matching/score/column";
import type { Discoverability } from "@/lib/platform/prisma/enums";

/** What somebody agreed to, as far as it decides whether an organisation's ranking has him. */
export type Consent = {
  discoverability: Discoverability;
  ranked: boolean;
  /** Organisations that he picked, and that he blocked. */
  chosen: readonly string[];
  blocked: readonly string[];
};

const RANKED = 1;
const BY_VERIFIED = 2;
const BY_CHOSEN = 4;

/** What everybody agreed to, by the rows of a population. */
export class Consents {
  readonly #flags = bytes();
  readonly #chosen = new Map<number, ReadonlySet<string>>();
  readonly #blocked = new Map<number, ReadonlySet<string>>();

  put(row: number, { discoverability, ranked, chosen, blocked }: Consent): void {
    const found = { nobody: 0, chosen: BY_CHOSEN, verified: BY_VERIFIED }[discoverability];
    this.#flags.set(row, found | (ranked ? RANKED : 0));
    keep(this.#chosen, row, chosen);
    keep(this.#blocked, row, blocked);
  }

  /** Whether he agreed to be ranked, and did not block the organisation. */
  mayRank(row: number, organisationId: string): boolean {
    return (
      (this.#flagsAt(row) & RANKED) !== 0 &&
      !(this.#blocked.size > 0 && this.#blocked.get(row)?.has(organisationId))
    );
  }

  #flagsAt(row: number): number {
    return this.#flags.numbers[row] as number;
  }

  mayFind(row: number, organisationId: string): boolean {
    const flags = this.#flagsAt(row);
    return (
      this.mayRank(row, organisationId) &&
      ((flags & BY_VERIFIED) !== 0 ||
        ((flags & BY_CHOSEN) !== 0 && this.#chosen.get(row)?.has(organisationId) === true))
    );
  }
}

function keep(sets: Map<number, ReadonlySet<string>>, row: number, ids: readonly string[]) {
  if (ids.length === 0) sets.delete(row);
  else sets.set(row, new Set(ids));
}
