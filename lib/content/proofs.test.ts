import { expect, it } from "vitest";
import { packageFolders } from "./folders";
import { loadChallenge } from "./load-challenge";
import { loadOrientationBank } from "./orientation-bank";
import { provenHashes } from "./proofs";

it("has every challenge of the repository and the orientation on record as it stands", async () => {
  const proven = await provenHashes();
  const folders = await packageFolders("challenges");
  const unproven: string[] = [];
  for (const [slug, folder] of folders) {
    const { contentHash } = await loadChallenge(folder);
    if (!proven.has(contentHash)) unproven.push(slug);
  }
  if (!proven.has((await loadOrientationBank()).contentHash)) unproven.push("orientation");
  expect(unproven, "run bin/touchstone verify --record on these").toEqual([]);
});
