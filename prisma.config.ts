import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { parse } from "pg-connection-string";
import { defineConfig } from "prisma/config";
import { CatalogClient } from "./prisma/catalog-client";

const config = {
  ...parse(process.env.DATABASE_URL ?? ""),
  Client: CatalogClient,
  // Without it the command line waits ten seconds for idle connections before it exits.
  allowExitOnIdle: true,
} as PoolConfig;

export default defineConfig({
  schema: path.join("prisma", "schema"),
  migrations: { path: path.join("prisma", "migrations") },
  engine: "js",
  experimental: { adapter: true },
  adapter: async () => new PrismaPg(config),
});
