import { db } from "@/lib/platform/db";

/** Keeps what a season gives to learners, once; from then on they may submit. */
export async function storeSeasonFiles(
  seasonId: string,
  files: Record<string, string>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const first = await tx.season.updateMany({
      where: { id: seasonId, preparedAt: null },
      data: { preparedAt: new Date() },
    });
    if (first.count === 0) return;
    await tx.seasonFile.createMany({
      data: Object.entries(files).map(([name, text], position) => ({
        seasonId,
        position,
        name,
        text,
        bytes: Buffer.byteLength(text),
      })),
    });
  });
}
