import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** The text of a file of a challenge's latest season; everybody may have it. Throws file_not_found. */
export async function readSeasonFile(slug: string, name: string): Promise<string> {
  const season = await db().season.findFirst({
    where: { challenge: { slug } },
    orderBy: { number: "desc" },
    select: { files: { where: { name }, select: { text: true } } },
  });
  const file = season?.files[0];
  if (!file) throw notFound("file_not_found");
  return file.text;
}
