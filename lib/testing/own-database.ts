import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

const serverUrl = inject("serverUrl");
const name = `test_${randomBytes(6).toString("hex")}`;

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

await onServer(`CREATE DATABASE ${name} TEMPLATE template_touchstone`);
const url = new URL(serverUrl);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.AUTH_SECRET = randomBytes(32).toString("hex");
process.env.SEED_SECRET = randomBytes(32).toString("hex");

afterAll(async () => {
  const { disconnect } = await import("@/lib/platform/db");
  await disconnect();
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
});
