import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect, it, vi } from "vitest";
import { random } from "@/lib/testing/random";
import { borrowPython, temporaryFolder } from "../testing/probe";
import { startPostgres } from "./postgres";
import { postgresHome } from "./postgres-home";
import { pythonFolder } from "./python";

const ROUNDS = 4;
const LONGEST_PAUSE_MS = 120;
const SEED = 20_260_102;

vi.setConfig({ testTimeout: 900_000 });

it("ends, and keeps what was committed, however soon after a crash it is stopped", async () => {
  const dataDir = temporaryFolder();
  borrowPython(dataDir);
  const home = postgresHome(pythonFolder(dataDir), path.join(dataDir, "postgres"));
  const next = random(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startPostgres(home, { password: "a-password" });
    const client = new pg.Client({ connectionString: server.urlOf("postgres") });
    client.on("error", () => undefined);
    await client.connect();
    await client.query("CREATE TABLE IF NOT EXISTS kept (round integer)");
    const { rows } = await client.query("SELECT count(*)::integer AS kept FROM kept");
    expect(rows).toEqual([{ kept: round }]);
    await client.query("INSERT INTO kept VALUES ($1)", [round]);
    const backend = await client.query("SELECT pg_backend_pid() AS pid");
    process.kill(backend.rows[0].pid, "SIGKILL");
    await pause(next() * LONGEST_PAUSE_MS);
    await server.stop();
  }
});
