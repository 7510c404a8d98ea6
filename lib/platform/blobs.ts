import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { dataPath, settings } from "./env";

let opened: Promise<Disk> | undefined;

/** The installation's blob store: a folder of its data, or a bucket where one is set. */
const disk = (): Promise<Disk> => {
  opened ??= open();
  return opened;
};

async function open(): Promise<Disk> {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_KEY_ID, S3_SECRET } = settings();
  if (!S3_BUCKET || !S3_REGION || !S3_KEY_ID || !S3_SECRET) {
    return new Disk(new FSDriver({ location: dataPath("blobs"), visibility: "private" }));
  }
  // Most installations have no bucket, and never load its client.
  const { S3Driver } = await import("flydrive/drivers/s3");
  const credentials = { accessKeyId: S3_KEY_ID, secretAccessKey: S3_SECRET };
  const driver = new S3Driver({
    ...{ credentials, region: S3_REGION, bucket: S3_BUCKET, visibility: "private" },
    ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT, forcePathStyle: true }),
    supportsACL: false,
  });
  return new Disk(driver);
}

const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

/** Copies a file into the store, in a stream. */
export async function putBlob(sha256: string, file: string): Promise<void> {
  await (await disk()).putStream(keyOf(sha256), createReadStream(file));
}

/** The bytes as a stream. Throws where there is no such blob. */
export const openBlob = async (sha256: string): Promise<Readable> =>
  (await disk()).getStream(keyOf(sha256));

export const removeBlob = async (sha256: string): Promise<void> =>
  (await disk()).delete(keyOf(sha256));

/** Runs with the blob as a file of this machine, which may be read and not changed. */
export async function withBlobFile<T>(
  sha256: string,
  use: (file: string) => Promise<T>,
): Promise<T> {
  if (!settings().S3_BUCKET) return use(dataPath("blobs", keyOf(sha256)));
  const folder = await mkdtemp(path.join(tmpdir(), "touchstone-blob-"));
  try {
    const file = path.join(folder, sha256);
    await pipeline(await openBlob(sha256), createWriteStream(file));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
