import { afterEach, beforeAll, expect, it } from "vitest";
import { readUnproven, recordSpeedProof } from "@/lib/challenges/prove-speed";
import { publishChallenge } from "@/lib/challenges/publish";
import { readChallenge } from "@/lib/challenges/read-challenge";
import { codeManifest } from "@/lib/content/challenge-manifest";
import { contentHash } from "@/lib/content/content-hash";
import { db } from "@/lib/platform/db";
import { startRun } from "@/lib/runs/start-run";
import { readSubmission } from "@/lib/submissions/read-submission";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn, smallPackage } from "@/lib/testing/fixtures";
import { endWorkers, follow, startWorker } from "./testing/real-worker";

const CHECKER = `
import torch
from touchstone.checker import case
from touchstone.checker.kernel import Kernel, agree

@case(visible=True, en="Doubled", zh="加倍")
def doubled(candidate, rng):
    double = Kernel(candidate, "double", own=False)
    x = double.normal(rng, (4, 5), torch.float32)
    agree(double(x, like=x), x * 2, atol=1e-6)
`;

/** The small challenge as a kernel. */
async function publishKernel(slug: string) {
  const { manifest, files: small } = smallPackage(slug);
  const files = { ...small, "checker.py": CHECKER };
  const kernel = codeManifest.parse({
    ...manifest,
    ...{ kind: "kernel", runtime: "gpu", imports: ["numpy", "torch", "triton"] },
    device: { memory_mb: 2_048 },
  });
  await publishChallenge({ manifest: kernel, files, contentHash: contentHash(files) });
}

beforeAll(async () => {
  await publishSmall("double");
  await publishKernel("kernel");
});
afterEach(endWorkers);

it("what needs a GPU waits for a worker that has one, and keeps nothing else from running", async () => {
  const actor = await signedIn();
  const kernel = await submit(actor, { challenge: "kernel", files: RIGHT });
  const plain = await submit(actor, { challenge: "double", files: RIGHT });
  startWorker({ WORKER_DEVICES: "none" });
  expect((await follow(actor, plain.id)).at(-1)?.data).toMatchObject({ verdict: "passed" });
  const [queued] = await follow(actor, kernel.id, ({ type }) => type === "queued");
  expect(queued?.data).toMatchObject({ needsDevice: true });
  expect(await readSubmission(actor, kernel.id)).toMatchObject({
    status: "queued",
    needsDevice: true,
  });
  expect((await readChallenge(actor, "kernel")).code?.device).toEqual({
    memory_mb: 2_048,
    connected: false,
    proven: false,
  });
  await expect(startRun(actor, { challenge: "kernel", files: RIGHT })).rejects.toMatchObject({
    code: "run_needs_device",
  });

  startWorker({ WORKER_DEVICES: "rehearsal" });
  const events = await follow(actor, kernel.id);
  expect(events.at(-1)?.data).toMatchObject({ verdict: "passed" });
  expect((await readChallenge(actor, "kernel")).code?.device).toMatchObject({ connected: true });
  const evidence = await db().evidence.findFirstOrThrow({ where: { submissionId: kernel.id } });
  expect(evidence.runner).toBe("bubblewrap/1+cpu");
  expect(await db().deviceLease.count()).toBe(0);
}, 240_000);

it("the proof of speed marks waits for a real device, whoever works meanwhile", async () => {
  const slug = "unproven";
  await publishKernel(slug);
  const version = await db().challengeVersion.findFirstOrThrow({ where: { challenge: { slug } } });
  const actor = await signedIn();
  const { id } = await submit(actor, { challenge: slug, files: RIGHT });
  startWorker({ WORKER_DEVICES: "rehearsal" });
  expect((await follow(actor, id)).at(-1)?.data).toMatchObject({ verdict: "passed" });
  const waiting = await db().$queryRaw<{ flags: Record<string, boolean> }[]>`
    SELECT j.flags FROM graphile_worker.jobs j
    JOIN graphile_worker._private_jobs p ON p.id = j.id
    WHERE j.task_identifier = 'prove-on-device' AND p.payload->>'versionId' = ${version.id}`;
  expect(waiting).toEqual([{ flags: { "device-2048": true } }]);
  expect((await readChallenge(actor, slug)).code?.device).toMatchObject({ proven: false });

  const report = { slug, holds: false, problems: [], rows: [] };
  await recordSpeedProof(version.id, report);
  expect((await readChallenge(actor, slug)).code?.device).toMatchObject({ proven: false });
  await recordSpeedProof(version.id, { ...report, holds: true });
  expect((await readChallenge(actor, slug)).code?.device).toMatchObject({ proven: true });
  expect(await readUnproven(version.id)).toBeNull();
}, 240_000);
