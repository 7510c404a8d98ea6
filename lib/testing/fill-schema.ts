import { randomUUID } from "node:crypto";
import { pool } from "@/lib/platform/db";

export type Column = { table: string; name: string; type: string; udt: string; empty: boolean };
type Key = { table: string; column: string; target: string };

/** A text that says where it was planted. */
export const planted = (table: string, column: string) =>
  `planted-${table}-${column}`.toLowerCase();

export async function columnsOf(): Promise<Column[]> {
  const { rows } = await pool().query<Column>(`
    SELECT table_name AS "table", column_name AS name, data_type AS type, udt_name AS udt,
      is_nullable = 'YES' AS empty
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' AND is_generated = 'NEVER'
    ORDER BY table_name, ordinal_position`);
  return rows;
}

/** Relations of one column each, as the database has them. */
export async function keysOf(): Promise<Key[]> {
  const { rows } = await pool().query<Key>(`
    SELECT c.conrelid::regclass::text AS "table", a.attname AS "column",
      c.confrelid::regclass::text AS target
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 1`);
  return rows.map((row) => ({
    ...row,
    table: row.table.replaceAll('"', ""),
    target: row.target.replaceAll('"', ""),
  }));
}

/**
 * One row in every table, each tied to the others and to the given person, with a text planted in
 * every column that holds text. Returns the tables in the order in which they were filled.
 */
export async function fillSchema(userId: string): Promise<string[]> {
  await dropChecks();
  const [columns, keys, enums] = await Promise.all([columnsOf(), keysOf(), enumsOf()]);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const keyOf = new Map<string, unknown>();
  const done: string[] = [];
  const primary = await primaryKeys();
  const mayBeEmpty = ({ table, column }: Key) =>
    columns.some((one) => one.table === table && one.name === column && one.empty);
  const missing = (table: string) =>
    keys.filter((key) => key.table === table && key.target !== table && !done.includes(key.target));
  while (done.length < tables.length) {
    const open = tables.filter((table) => !done.includes(table));
    // In a circle one begins whose relations may be empty.
    const next =
      open.find((table) => missing(table).length === 0) ??
      open.find((table) => missing(table).every(mayBeEmpty));
    if (!next) throw new Error(`relations in a circle: ${open}`);
    done.push(next);
    const own = columns.filter(({ table }) => table === next);
    const values = own.map(({ name, type, udt }) => {
      const key = keys.find((one) => one.table === next && one.column === name);
      if (key) return key.target === next ? null : (keyOf.get(key.target) ?? null);
      if (next === "User" && name === "id") return userId;
      if (type === "uuid") return name === "id" ? randomUUID() : userId;
      return fillerOf(type, udt, planted(next, name), enums);
    });
    if (next !== "User") {
      const names = own.map(({ name }) => `"${name}"`).join(", ");
      const places = own.map((_, index) => `$${index + 1}`).join(", ");
      await pool().query(`INSERT INTO "${next}" (${names}) VALUES (${places})`, values);
    }
    const [first] = primary.get(next) ?? [];
    keyOf.set(next, values[own.findIndex(({ name }) => name === first)]);
  }
  return done;
}

function fillerOf(type: string, udt: string, text: string, enums: Map<string, string>): unknown {
  if (type === "ARRAY") {
    const inner = fillerOf(udt === "_uuid" ? "none" : "text", udt.slice(1), text, enums);
    return inner === undefined ? [] : [enums.get(udt.slice(1)) ?? (udt === "_int4" ? 1 : inner)];
  }
  if (type === "USER-DEFINED") return enums.get(udt);
  if (type.startsWith("timestamp") || type === "date") return new Date();
  if (/int|double|numeric|real/.test(type)) return 1;
  if (type === "boolean") return false;
  if (type.startsWith("json")) return JSON.stringify({ [text]: text });
  if (type === "bytea") return Buffer.from(text);
  return type === "none" ? undefined : text;
}

/** Which columns may be filled together is beside the point here. */
async function dropChecks(): Promise<void> {
  const { rows } = await pool().query<{ table: string; name: string }>(`
    SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND conrelid <> 0`);
  for (const { table, name } of rows) {
    await pool().query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  }
}

async function enumsOf(): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ name: string; label: string }>(`
    SELECT DISTINCT ON (t.typname) t.typname AS name, e.enumlabel AS label
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid ORDER BY t.typname, e.enumsortorder`);
  return new Map(rows.map(({ name, label }) => [name, label]));
}

async function primaryKeys(): Promise<Map<string, string[]>> {
  const { rows } = await pool().query<{ table: string; columns: string[] }>(`
    SELECT i.indrelid::regclass::text AS "table", array_agg(a.attname::text) AS columns
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indisprimary GROUP BY i.indrelid`);
  return new Map(rows.map((row) => [row.table.replaceAll('"', ""), row.columns]));
}
