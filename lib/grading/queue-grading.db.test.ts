import { expect, it } from "vitest";
import { publishChallenge } from "@/lib/challenges/publish";
import { codeManifest } from "@/lib/content/challenge-manifest";
import { contentHash } from "@/lib/content/content-hash";
import { db } from "@/lib/platform/db";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn, smallPackage } from "@/lib/testing/fixtures";

/** The name and the flags of the job that grades a submission. */
const jobOf = (id: string) => db().$queryRaw<{ name: string; flags: object | null }[]>`
  SELECT j.task_identifier AS name, j.flags FROM graphile_worker.jobs j
  JOIN graphile_worker._private_jobs p ON p.id = j.id
  WHERE p.payload->>'submissionId' = ${id}`;

it.each([
  ["training", { memory_mb: 3_000, shared: true }, "device-4096-shared"],
  ["service", { memory_mb: 900 }, "device-1024"],
] as const)("a %s that asks for a device waits under its flag", async (kind, device, flag) => {
  const slug = `on-a-device-${kind}`;
  const { manifest, files } = smallPackage(slug);
  const asking = codeManifest.parse({ ...manifest, kind, device });
  await publishChallenge({ manifest: asking, files, contentHash: contentHash(files) });
  const { id } = await submit(await signedIn(), { challenge: slug, files: RIGHT });
  expect(await jobOf(id)).toEqual([
    { name: "grade-submission-on-device", flags: { [flag]: true } },
  ]);
});

it("what asks for none waits with the others", async () => {
  await publishSmall("plain");
  const { id } = await submit(await signedIn(), { challenge: "plain", files: RIGHT });
  expect(await jobOf(id)).toEqual([{ name: "grade-submission", flags: null }]);
});
