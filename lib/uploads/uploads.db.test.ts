import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { UserActor } from "@/lib/auth/actor";

const DATA_DIR = vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/touchstone-uploads-${process.pid}`;
  process.env.UPLOADS_PER_PERSON_MB = "1";
  return process.env.DATA_DIR;
});

const { openBlob, withBlobFile } = await import("@/lib/platform/blobs");
const { db } = await import("@/lib/platform/db");
const { openFile } = await import("@/lib/submissions/open-file");
const { submit } = await import("@/lib/submissions/submit");
const { publishSmall, RIGHT, signedIn } = await import("@/lib/testing/fixtures");
const { publishPredictions } = await import("@/lib/testing/predictions");
const { abandonUpload } = await import("./abandon-upload");
const { beginUpload } = await import("./begin-upload");
const { completeUpload } = await import("./complete-upload");
const { ownUpload } = await import("./own-upload");
const { removeExpiredUploads } = await import("./remove-expired-uploads");

const folder = mkdtempSync(path.join(tmpdir(), "touchstone-parts-"));

beforeAll(async () => {
  mkdirSync(DATA_DIR, { recursive: true });
  await publishPredictions("signs");
  await publishPredictions("other");
  await publishSmall("double");
  await db().season.updateMany({ data: { preparedAt: new Date() } });
});
afterAll(async () => {
  await rm(DATA_DIR, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** A file of the person that has arrived whole. */
async function arrived(actor: UserActor, content: string, challenge = "signs") {
  const input = { challenge, filename: "p.csv", bytes: Buffer.byteLength(content) };
  const { id } = await beginUpload(actor, input);
  const file = path.join(folder, id);
  writeFileSync(file, content);
  await completeUpload(id, file);
  return { id, sha256: (await ownUpload(actor, id)).sha256 ?? "" };
}

const blobFile = (sha256: string) => path.join(DATA_DIR, "blobs", sha256.slice(0, 2), sha256);

describe("a file", () => {
  it("is kept under the name of its hash, once for all who send it", async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const first = await arrived(one, "id,prediction\n");
    const second = await arrived(two, "id,prediction\n");
    expect(second.sha256).toBe(first.sha256);
    expect(await text(await openBlob(first.sha256))).toBe("id,prediction\n");
    expect(await db().blob.count({ where: { sha256: first.sha256 } })).toBe(1);
    const seen = await withBlobFile(first.sha256, async (file) => existsSync(file));
    expect(seen).toBe(true);
  });

  it.each([
    ["another ending", { filename: "p.xlsx" }, "invalid_input"],
    ["no content", { bytes: 0 }, "invalid_input"],
    ["more than the challenge takes", { bytes: 65 * 1024 }, "file_too_large"],
    ["a challenge that takes code", { challenge: "double" }, "invalid_input"],
    ["a challenge that is not there", { challenge: "nowhere" }, "challenge_not_found"],
  ])("is refused with %s", async (_, change, code) => {
    const input = { challenge: "signs", filename: "p.csv", bytes: 10, ...change };
    await expect(beginUpload(await signedIn(), input)).rejects.toMatchObject({ code });
  });

  it("loses folders and control characters of its name", async () => {
    const actor = await signedIn();
    const filename = "../../etc/‮pass\u0000wd.csv";
    const { id } = await beginUpload(actor, { challenge: "signs", filename, bytes: 1 });
    expect((await ownUpload(actor, id)).filename).toBe("passwd.csv");
  });

  it("belongs to one person: for others there is none", async () => {
    const [owner, attacker] = [await signedIn(), await signedIn()];
    const { id } = await arrived(owner, "own\n");
    const refused = { code: "upload_not_found" };
    await expect(ownUpload(attacker, id)).rejects.toMatchObject(refused);
    await expect(abandonUpload(attacker, id)).rejects.toMatchObject(refused);
    await expect(submit(attacker, { challenge: "signs", upload: id })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await submit(owner, { challenge: "signs", upload: id })).toHaveProperty("id");
  });

  it("is handed in once, whole, and for its own challenge", async () => {
    const actor = await signedIn();
    const { id } = await arrived(actor, "once\n");
    const attempt = (challenge: string, upload: string) => submit(actor, { challenge, upload });
    await expect(attempt("other", id)).rejects.toMatchObject({ code: "invalid_input" });
    await attempt("signs", id);
    await expect(attempt("signs", id)).rejects.toMatchObject({ code: "invalid_input" });
    const half = await beginUpload(actor, { challenge: "signs", filename: "p.csv", bytes: 9 });
    await expect(attempt("signs", half.id)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(abandonUpload(actor, id)).rejects.toMatchObject({ code: "upload_used" });
  });

  it("that was handed in is read by its owner and by staff alone", async () => {
    const owner = await signedIn();
    const { id: upload } = await arrived(owner, "read me\n");
    const { id } = await submit(owner, { challenge: "signs", upload });
    for (const actor of [owner, await signedIn("admin")]) {
      const { stream, filename } = await openFile(actor, id);
      expect([filename, await text(stream)]).toEqual(["p.csv", "read me\n"]);
    }
    const other = await signedIn();
    await expect(openFile(other, id)).rejects.toMatchObject({ code: "file_not_found" });
  });
});

describe("limits", () => {
  it("hold for unfinished files, also at the same moment", async () => {
    const actor = await signedIn();
    const input = { challenge: "signs", filename: "p.csv", bytes: 1 };
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, () => beginUpload(actor, input)),
    );
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });

  it("hold for all that a person keeps", async () => {
    const actor = await signedIn();
    const content = "x".repeat(60 * 1024);
    for (let n = 0; n < 17; n++) await arrived(actor, `${content}${n}`);
    await expect(arrived(actor, content)).rejects.toMatchObject({ code: "uploads_full" });
  });

  it("let a day's files be handed in, and say when the next may", async () => {
    const actor = await signedIn();
    for (let n = 0; n < 3; n++) {
      const { id } = await arrived(actor, `day ${n}\n`);
      await submit(actor, { challenge: "signs", upload: id });
    }
    const { id: upload } = await arrived(actor, "one more\n");
    const more = submit(actor, { challenge: "signs", upload });
    await expect(more).rejects.toMatchObject({ code: "no_attempts_left" });
    // A file that was refused uses nothing up.
    const where = { userId: actor.userId };
    await db().submission.updateMany({ where, data: { verdict: "candidate_error" } });
    expect(await submit(actor, { challenge: "signs", upload })).toHaveProperty("id");
  });

  it("refuse code where a file is taken, and a file where code is", async () => {
    const actor = await signedIn();
    const { id: upload } = await arrived(actor, "mixed\n");
    const code = { code: "invalid_input" };
    await expect(submit(actor, { challenge: "signs", files: RIGHT })).rejects.toMatchObject(code);
    await expect(submit(actor, { challenge: "double", upload })).rejects.toMatchObject(code);
  });
});

describe("what is not needed", () => {
  it("goes a day later unless it was handed in, its bytes when nothing refers to them", async () => {
    const actor = await signedIn();
    const kept = await arrived(actor, "kept\n");
    await submit(actor, { challenge: "signs", upload: kept.id });
    const loose = await arrived(actor, "loose\n");
    const past = new Date(Date.now() - 1000);
    await db().upload.updateMany({
      where: { expiresAt: { not: null } },
      data: { expiresAt: past },
    });
    await removeExpiredUploads();
    await expect(ownUpload(actor, loose.id)).rejects.toMatchObject({ code: "upload_not_found" });
    expect(existsSync(blobFile(loose.sha256))).toBe(false);
    expect(existsSync(blobFile(kept.sha256))).toBe(true);
  });

  it("goes with the account, but what others refer to stays", async () => {
    const [leaving, staying] = [await signedIn(), await signedIn()];
    const alone = await arrived(leaving, "alone\n");
    const shared = await arrived(leaving, "shared\n");
    await arrived(staying, "shared\n");
    await submit(leaving, { challenge: "signs", upload: alone.id });
    await db().user.delete({ where: { id: leaving.userId } });
    await removeExpiredUploads();
    expect(existsSync(blobFile(alone.sha256))).toBe(false);
    expect(existsSync(blobFile(shared.sha256))).toBe(true);
  });
});
