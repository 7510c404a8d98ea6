import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db, pool } from "@/lib/platform/db";
import { type Column, columnsOf, fillSchema, keysOf, planted } from "@/lib/testing/fill-schema";
import { signedIn } from "@/lib/testing/fixtures";
import { erasePerson } from "./erase-person";
import { exportOwnData } from "./export-own-data";
import { NOT_ERASED, NOT_EXPORTED, NOT_PERSONAL, PERSONAL } from "./personal-data";

const TEXTS = ["text", "varchar", "jsonb", "json", "_text"];
const EMAIL = planted("User", "email");
const NAMES = {
  name: planted("User", "name"),
  leaderboardName: planted("User", "leaderboardName"),
};

let actor: UserActor;
let columns: Column[];
let keys: Set<string>;
const nameOf = ({ table, name }: Column) => `${table}.${name}`;
/** Columns of people's tables in which a text was planted. */
const held = () =>
  columns.filter(
    (column) =>
      PERSONAL.includes(column.table) &&
      TEXTS.includes(column.udt) &&
      !keys.has(nameOf(column)) &&
      nameOf(column) !== "User.locale",
  );

beforeAll(async () => {
  actor = await signedIn();
  await db().user.update({
    where: { id: actor.userId },
    data: { ...NAMES, email: EMAIL, passwordHash: planted("User", "passwordHash") },
  });
  await fillSchema(actor.userId);
  columns = await columnsOf();
  keys = new Set((await keysOf()).map(({ table, column }) => `${table}.${column}`));
});

it("is told for every table of the database whether it holds something of a person", () => {
  const known = [...PERSONAL, ...Object.keys(NOT_PERSONAL)];
  const tables = new Set(columns.map(({ table }) => table));
  expect([...tables].filter((table) => !known.includes(table))).toEqual([]);
});

it("is exported, every column, or left out for a reason", async () => {
  const text = JSON.stringify(await exportOwnData(actor)).toLowerCase();
  const missing = held().filter(({ table, name }) => !text.includes(planted(table, name)));
  expect(missing.map(nameOf).sort()).toEqual(Object.keys(NOT_EXPORTED).sort());
});

it("is gone after erasure from every column, or stays for a reason", async () => {
  const person = { id: actor.userId, email: EMAIL, emailVerifiedAt: new Date() };
  await db().$transaction((tx) => erasePerson(tx, { kind: "system" }, person));
  const left: string[] = [];
  for (const table of new Set(columns.map((column) => column.table))) {
    const { rows } = await pool().query(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
    const text = JSON.stringify(rows).toLowerCase();
    for (const sought of [EMAIL, ...Object.values(NAMES)]) expect(text).not.toContain(sought);
    if (table !== "AuditEvent") expect(text, table).not.toContain(actor.userId);
    const own = held().filter((column) => column.table === table);
    left.push(...own.filter(({ name }) => text.includes(planted(table, name))).map(nameOf));
  }
  expect(left.sort()).toEqual(Object.keys(NOT_ERASED).sort());
});
