import type { Readable } from "node:stream";
import yazl from "yazl";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { openBlob } from "@/lib/platform/blobs";
import { db } from "@/lib/platform/db";
import { exportOwnData } from "./export-own-data";

const texts = z.record(z.string(), z.string()).catch({});

/** A name that stays below its folder, whatever it was called. */
const safe = (name: string) =>
  name
    .split(/[\\/]/)
    .map((part) => part.replace(/[^\P{C}]/gu, "").replace(/^\.+$/, "_"))
    .filter((part) => part !== "" && !part.includes(":"))
    .join("/") || "file";

/**
 * Everything that is kept about the person as a ZIP archive, made as it is read: data.json, what he
 * handed in, his uploads and credentials.
 */
export async function exportArchive(actor: Actor): Promise<Readable> {
  const { userId } = requireSession(actor);
  const data = await exportOwnData(actor);
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(data, null, 2)), "data.json");
  const { submissions, drafts, credentials, uploads } = data.person;
  for (const { id, files } of submissions) {
    for (const [path, text] of Object.entries(texts.parse(files))) {
      zip.addBuffer(Buffer.from(text), `submissions/${id}/${safe(path)}`);
    }
  }
  for (const { challenge, files } of drafts) {
    for (const [path, text] of Object.entries(texts.parse(files))) {
      zip.addBuffer(Buffer.from(text), `drafts/${safe(challenge.slug)}/${safe(path)}`);
    }
  }
  for (const { id, document, jwtEdDsa } of credentials) {
    zip.addBuffer(Buffer.from(document), `credentials/${id}.json`);
    zip.addBuffer(Buffer.from(jwtEdDsa), `credentials/${id}.jwt`);
  }
  const waiting = await db().candidateImport.findMany({
    where: { userId, file: { not: null } },
    select: { id: true, format: true, file: true },
  });
  for (const { id, format, file } of waiting) {
    if (file) zip.addBuffer(Buffer.from(file), `imports/${id}.${safe(format)}`);
  }
  for (const { id, filename, sha256 } of uploads) {
    if (sha256) addBlob(zip, sha256, `uploads/${id}/${safe(filename)}`);
  }
  zip.end();
  return zip.outputStream as Readable;
}

/** Opened when its turn comes; one that cannot be ends the archive, which is then seen to be broken. */
function addBlob(zip: yazl.ZipFile, sha256: string, path: string): void {
  zip.addReadStreamLazy(path, (done) => {
    openBlob(sha256).then(
      (stream) => done(null, stream),
      (error: unknown) => {
        (zip.outputStream as Readable).destroy(error as Error);
      },
    );
  });
}
