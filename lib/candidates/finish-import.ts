import { z } from "zod";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import type { ImportError } from "./import-errors";
import type { ImportProposal } from "./import-proposal";
import { proposeFields } from "./propose-fields";
import type { Alias } from "./skills-named";

const document = z.enum(["pdf", "docx"]);
const words = z.object({ en: z.array(z.string()), zh: z.array(z.string()) }).partial();

/** A file that waits to be read; null where it was read, or its owner has gone. */
export async function claimImport(id: string) {
  const row = await db().candidateImport.findFirst({ where: { id, status: "waiting" } });
  if (!row?.file) return null;
  return { format: document.parse(row.format), file: row.file };
}

/** Keeps what the text proposes, and lets the file go. */
export async function proposeImport(id: string, text: string): Promise<void> {
  await keepProposal(id, proposeFields(text, await readAliases()));
}

/** Only what still waits: a second reading changes nothing. */
async function keepProposal(id: string, proposal: ImportProposal): Promise<void> {
  await db().candidateImport.updateMany({
    where: { id, status: "waiting" },
    data: { status: "proposed", proposal: proposal as Prisma.InputJsonObject, file: null },
  });
}

export async function failImport(id: string, error: ImportError): Promise<void> {
  await db().candidateImport.updateMany({
    where: { id, status: "waiting" },
    data: { status: "failed", error, file: null },
  });
}

/** Every word by which a skill of the map goes, in the map's order. */
export async function readAliases(): Promise<Alias[]> {
  const skills = await db().skill.findMany({ orderBy: { position: "asc" } });
  return skills.flatMap(({ slug, title, aliases }) => {
    const titles = Object.values(localized.parse(title));
    const { en = [], zh = [] } = words.catch({}).parse(aliases);
    return [...titles, ...en, ...zh].map((word) => ({ word, skill: slug }));
  });
}
