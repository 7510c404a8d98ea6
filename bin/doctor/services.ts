import pg from "pg";
import type { Installation } from "../start/installation";
import { withDatabase } from "../start/installation-database";
import { brokenBy, type Finding } from "./finding";

const WANTED = ["vector", "pg_trgm"];

/** Starts the embedded Postgres for the occasion where none runs. */
export async function checkPostgres(installation: Installation): Promise<Finding> {
  const which = installation.settings.DATABASE_URL ? "given" : "embedded";
  try {
    return await withDatabase(installation, async (url) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const version = await client.query("SHOW server_version");
        const names = await client.query("SELECT name FROM pg_available_extensions");
        const available = names.rows.map(({ name }) => String(name));
        const extensions = WANTED.map(
          (name) => `${name} ${available.includes(name) ? "available" : "absent"}`,
        );
        const found = `${version.rows[0]?.server_version}, ${which}; ${extensions.join(", ")}`;
        return { name: "Postgres", state: "ok", found };
      } finally {
        await client.end();
      }
    });
  } catch (error) {
    return { remedy: "Run npm start once", ...brokenBy("Postgres", error) };
  }
}

export function checkMail({ settings }: Installation): Finding {
  if (settings.SMTP_URL) {
    const { hostname, port } = new URL(settings.SMTP_URL);
    return { name: "mail", state: "ok", found: `by ${hostname}:${port || "25"}` };
  }
  const found = "no SMTP_URL: messages are kept on the admin's mail page";
  return { name: "mail", state: "note", found };
}

/** Nothing is embedded yet, and doctor does not claim so. */
export const checkModel = (): Finding => ({
  name: "model",
  state: "note",
  found: "no embedding model is used by this version",
});
