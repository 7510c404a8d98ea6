import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { settings } from "./env";
import { SettingsError } from "./errors";
import { giveBackLost } from "./lost-connections";
import { type Prisma, PrismaClient } from "./prisma/client";

/** Inside a transaction or outside of one. */
export type Db = Prisma.TransactionClient;

type Connections = { pool: pg.Pool; prisma: PrismaClient };

// Development reloads modules; the connections must outlive them.
const shared = globalThis as typeof globalThis & { touchstoneDb?: Connections };

function connect(): Connections {
  const { DATABASE_URL, DATABASE_POOL } = settings();
  if (!DATABASE_URL) throw new SettingsError(["DATABASE_URL: unset; start through npm start"]);
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL });
  // A lost idle connection is replaced when needed; without a listener it would end the process.
  pool.on("error", () => undefined);
  giveBackLost(pool);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return { pool, prisma };
}

function connections(): Connections {
  shared.touchstoneDb ??= connect();
  return shared.touchstoneDb;
}

/** The process's Prisma client. */
export const db = (): PrismaClient => connections().prisma;

/** The pool below Prisma, for LISTEN and for SQL that Prisma cannot express. */
export const pool = (): pg.Pool => connections().pool;

/** Ends every connection of this process. */
export async function disconnect(): Promise<void> {
  const open = shared.touchstoneDb;
  if (!open) return;
  shared.touchstoneDb = undefined;
  await open.prisma.$disconnect();
  await open.pool.end();
}
