import { givenFiles } from "@/lib/content/given-files";
import { notFound } from "@/lib/platform/errors";
import { currentVersion } from "./current-version";

/** A file that a challenge gives to its learners. Throws challenge_not_found, file_not_found. */
export async function readGivenFile(slug: string, name: string): Promise<Buffer> {
  const { files } = await currentVersion(slug);
  const found = givenFiles(files).find((one) => one.name === name);
  if (!found) throw notFound("file_not_found");
  return found.bytes;
}
