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

/** Credentials name their issuer for ever, so none is issued under an address that was only assumed. */
export function checkAddress({ settings }: Pick<Installation, "settings">): Finding {
  const name = "address";
  const { PUBLIC_URL } = settings;
  if (!PUBLIC_URL) {
    const found = "no PUBLIC_URL: no credential is issued";
    return { name, state: "note", found, remedy: "Set it to where people reach this, and keep it" };
  }
  return PUBLIC_URL.startsWith("https:")
    ? { name, state: "ok", found: PUBLIC_URL }
    : {
        ...{ name, state: "note", found: `${PUBLIC_URL}: others find an issuer by https alone` },
        remedy: "Give it an https address before the first credential is issued",
      };
}

/** Nothing is embedded yet, and doctor does not claim so. */
export const checkModel = (): Finding => ({
  name: "model",
  state: "note",
  found: "no embedding model is used by this version",
});
