import { expect, it } from "vitest";
import { packageFolders } from "./folders";
import { loadChallenge } from "./load-challenge";
import { provenHashes } from "./proofs";

it("has every challenge of the repository on record as it stands", async () => {
  const proven = await provenHashes();
  const folders = await packageFolders("challenges");
  const unproven: string[] = [];
  for (const [slug, folder] of folders) {
    const { contentHash } = await loadChallenge(folder);
    if (!proven.has(contentHash)) unproven.push(slug);
  }
  expect(unproven, "run bin/touchstone verify --record on these").toEqual([]);
});
