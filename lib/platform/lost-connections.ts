import type pg from "pg";

/**
 * Gives a client whose connection broke back to its pool, should whoever holds it never do so:
 * Prisma keeps one whose transaction could not be rolled back, and a pool that has lost all of its
 * clients that way would keep every later query waiting for ever.
 */
export function giveBackLost(pool: pg.Pool): void {
  const held = new Set<pg.PoolClient>();
  pool.on("acquire", (client) => held.add(client));
  pool.on("release", (_error, client) => held.delete(client));
  pool.on("connect", (client) => {
    client.once("end", () => {
      if (!held.has(client)) return;
      client.release(true);
      // Its holder may still give it back, in vain.
      client.release = () => undefined;
    });
  });
}
