import { z } from "zod";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import type { SkillWords } from "./find-named";
import { type OpeningProposal, openingProposal } from "./proposal";

const names = z.object({ en: z.array(z.string()), zh: z.array(z.string()) });

/** The pasted text that waits to be read, with the skills it may speak of; null once it is settled. */
export async function proposalToMake(openingId: string) {
  const waiting = await db().openingProposal.findFirst({
    where: { openingId, status: "waiting" },
    select: { text: true },
  });
  return waiting && { text: waiting.text, skills: await skillWords() };
}

async function skillWords(): Promise<SkillWords[]> {
  const rows = await db().skill.findMany({ orderBy: { position: "asc" } });
  return rows.map(({ slug, title, description, aliases }) => {
    const [called, told, also] = [
      localized.parse(title),
      localized.parse(description),
      names.parse(aliases),
    ];
    return {
      slug,
      names: [called.en, called.zh, ...also.en, ...also.zh],
      meaning: `${called.en}. ${told.en}`,
    };
  });
}

/** Keeps what was found in the text, or that it could not be read (null), unless it was settled. */
export async function storeProposal(
  openingId: string,
  proposal: OpeningProposal | null,
): Promise<void> {
  await db().openingProposal.updateMany({
    where: { openingId, status: "waiting" },
    data: proposal
      ? { status: "proposed", proposal: openingProposal.parse(proposal) }
      : { status: "failed" },
  });
}
