import { randomBytes } from "node:crypto";

const LONGEST = 40;

/** Words of the site's own addresses below /hire. */
const TAKEN = ["new", "join"];

/** The name in an address: its latin letters and digits, or nothing that can be read. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g)?.join("-") ?? "";
  const slug = words.slice(0, LONGEST).replace(/-$/, "");
  return slug.length < 2 || TAKEN.includes(slug) ? withEnding("org") : slug;
}

/** For a name that somebody else has in an address already, or that has no latin letter. */
export const withEnding = (slug: string): string => `${slug}-${randomBytes(3).toString("hex")}`;
