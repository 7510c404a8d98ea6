import { putInput } from "@/lib/matching/inputs/put-input";
import { readReference } from "@/lib/matching/inputs/read-reference";
import { Population } from "@/lib/matching/score/population";
import type { Reference } from "@/lib/matching/score/reference";
import { db, pool } from "@/lib/platform/db";
import type { MatchInput } from "@/lib/platform/prisma/client";
import type { Discoverability } from "@/lib/platform/prisma/enums";
import { Consents } from "./consents";

type Row = {
  userId: string;
  discoverability: Discoverability;
  ranked: boolean;
  chosen: string[] | null;
  blocked: string[] | null;
  inputId: string | null;
};

type InputRow = Pick<MatchInput, "id" | "userId" | "content" | "vectors" | "described">;

const BATCH = 1_000;

/**
 * All candidates of the model in use, kept in this process and brought up to date before each
 * ranking by the transactions that changed them, so that what was taken back before does not count.
 */
export class CandidateMemory {
  readonly population = new Population();
  readonly consents = new Consents();
  readonly reference: Reference;
  #horizon = 0n;

  private constructor(
    readonly modelHash: string,
    readonly referenceHash: string,
    reference: Reference,
  ) {
    this.reference = reference;
  }

  static async open(modelHash: string, referenceHash: string): Promise<CandidateMemory> {
    return new CandidateMemory(modelHash, referenceHash, await readReference(referenceHash));
  }

  /** Reads what has changed since the last time. */
  async refresh(): Promise<void> {
    const [now] = await db().$queryRaw<{ horizon: bigint; next: bigint }[]>`
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon,
             pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next`;
    if (!now) return;
    let after = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const rows = await this.#changed(after);
      await this.#take(rows);
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      after = last.userId;
    }
    this.#horizon = now.horizon;
  }

  /** Forgets those who are no candidates any more. */
  async forgetErased(): Promise<void> {
    const rows = await db().candidate.findMany({ select: { userId: true } });
    const kept = new Set(rows.map(({ userId }) => userId));
    for (const userId of [...this.population.userIds]) {
      if (!kept.has(userId)) this.population.remove(userId);
    }
  }

  /** Beyond the present end stand marks of a database that this one was restored from. */
  #changed(after: string): Promise<Row[]> {
    return db().$queryRaw<Row[]>`
      SELECT c."userId", c."discoverability"::text, c.ranked, m.id AS "inputId",
        (SELECT array_agg(o."organisationId"::text) FROM "CandidateOrganisation" o
          WHERE o."userId" = c."userId" AND o.kind = 'chosen') AS chosen,
        (SELECT array_agg(o."organisationId"::text) FROM "CandidateOrganisation" o
          WHERE o."userId" = c."userId" AND o.kind = 'blocked') AS blocked
      FROM "Candidate" c
      LEFT JOIN "MatchInput" m
        ON m."userId" = c."userId" AND m.current AND m."modelHash" = ${this.modelHash}
      WHERE c."userId" > ${after}::uuid
        AND (${this.#horizon}::bigint = 0 OR (c."changedIn" >= ${this.#horizon}::bigint
          AND c."changedIn" < pg_snapshot_xmax(pg_current_snapshot())::text::bigint))
      ORDER BY c."userId" LIMIT ${BATCH}`;
  }

  async #take(rows: Row[]): Promise<void> {
    const { population, consents, reference } = this;
    const rowOf = (userId: string, inputId: string) => {
      const row = population.rowOf(userId);
      return row !== undefined && population.personAt(row).inputId === inputId ? row : undefined;
    };
    const fresh = rows.filter(
      ({ userId, inputId }) => inputId !== null && rowOf(userId, inputId) === undefined,
    );
    // Past Prisma, which takes longer over bytes than all the rest of it does.
    const { rows: inputs } = await pool().query<InputRow>(
      'SELECT id, "userId", content, vectors, described FROM "MatchInput" WHERE id = ANY($1::uuid[])',
      [fresh.map(({ inputId }) => inputId)],
    );
    for (const input of inputs) putInput(population, input, reference);
    for (const { userId, inputId, discoverability, ranked, chosen, blocked } of rows) {
      const row = inputId === null ? undefined : rowOf(userId, inputId);
      const consent = { discoverability, ranked, chosen: chosen ?? [], blocked: blocked ?? [] };
      if (row === undefined) population.remove(userId);
      else consents.put(row, consent);
    }
  }
}
