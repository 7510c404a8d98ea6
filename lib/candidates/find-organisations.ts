import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

const MOST = 10;
const LONGEST = 80;

/**
 * Verified organisations whose name or domain holds the words, for picking and blocking: the first
 * few, and whether there are more.
 */
export async function findOrganisations(actor: Actor, words: string) {
  requireSession(actor);
  const text = words.replaceAll("\0", "").trim().slice(0, LONGEST);
  if (text === "") return { found: [], more: false };
  // What stands for any character in a pattern is meant as it stands.
  const contains = text.replace(/[\\%_]/g, "\\$&");
  const rows = await db().organisation.findMany({
    where: {
      status: "verified",
      OR: [
        { name: { contains, mode: "insensitive" } },
        { domain: { contains, mode: "insensitive" } },
      ],
    },
    select: { id: true, name: true, domain: true },
    orderBy: { name: "asc" },
    take: MOST + 1,
  });
  return { found: rows.slice(0, MOST), more: rows.length > MOST };
}
