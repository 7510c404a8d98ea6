import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { signedIn } from "@/lib/testing/fixtures";
import { calibrate, publishProject, REPORT } from "@/lib/testing/project";

const DATA_DIR = vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/touchstone-pieces-${process.pid}`;
  return process.env.DATA_DIR;
});

const { db } = await import("@/lib/platform/db");
const { beginUpload } = await import("@/lib/uploads/begin-upload");
const { completeUpload } = await import("@/lib/uploads/complete-upload");
const { allocateNow } = await import("./allocate-waiting");
const { attachFile, detachFile } = await import("./attach-file");
const { handIn } = await import("./hand-in");
const { openPieceFile, openReviewFile } = await import("./open-piece-file");
const { readReview } = await import("./read-review");
const { readWork } = await import("./read-work");
const { saveReport } = await import("./save-report");
const { startPiece } = await import("./start-piece");

const folder = mkdtempSync(path.join(tmpdir(), "touchstone-parts-"));
const ATTACHMENTS = { attachments: { extensions: ["pdf", "txt", "zip"], max_kb: 8, max_files: 2 } };

beforeAll(async () => {
  mkdirSync(DATA_DIR, { recursive: true });
  await publishProject("with-files", ATTACHMENTS);
  await publishProject("without-files");
});
afterAll(async () => {
  await rm(DATA_DIR, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

async function arrived(actor: UserActor, content: string, filename = "notes.txt") {
  const bytes = Buffer.byteLength(content);
  const { id } = await beginUpload(actor, { challenge: "with-files", filename, bytes });
  const file = path.join(folder, id);
  writeFileSync(file, content);
  await completeUpload(id, file);
  return id;
}

async function draft(actor: UserActor) {
  const { id } = await startPiece(actor, "with-files");
  await saveReport(actor, id, { report: REPORT, revision: 0 });
  return id;
}

it("is put beside a report by its own author, as many as the project takes", async () => {
  const author = await signedIn();
  const id = await draft(author);
  const first = await arrived(author, "one");
  await attachFile(author, id, first);
  await expect(attachFile(author, id, first)).rejects.toMatchObject({ code: "invalid_input" });
  const other = await signedIn();
  const foreign = attachFile(author, id, await arrived(other, "theirs"));
  await expect(foreign).rejects.toMatchObject({ code: "upload_not_found" });
  const attack = attachFile(other, id, await arrived(other, "theirs too"));
  await expect(attack).rejects.toMatchObject({ code: "piece_not_found" });
  await attachFile(author, id, await arrived(author, "two"));
  const third = await arrived(author, "three");
  await expect(attachFile(author, id, third)).rejects.toMatchObject({ code: "files_enough" });
  await expect(detachFile(other, id, first)).rejects.toMatchObject({ code: "piece_not_found" });
  await detachFile(author, id, first);
  await attachFile(author, id, third);
  expect((await readWork(author, "with-files")).piece?.files).toHaveLength(2);
});

it("is not taken where the report is all, nor with another ending", async () => {
  const author = await signedIn();
  const begin = (challenge: string, filename: string) =>
    beginUpload(author, { challenge, filename, bytes: 1 });
  await expect(begin("without-files", "a.txt")).rejects.toMatchObject({ code: "invalid_input" });
  await expect(begin("with-files", "a.exe")).rejects.toMatchObject({ code: "invalid_input" });
});

it("is looked through when it is an archive", async () => {
  const author = await signedIn();
  const id = await draft(author);
  const upload = await arrived(author, "PK and nothing that an archive has", "work.zip");
  await expect(attachFile(author, id, upload)).rejects.toMatchObject({
    issues: [{ code: "archive_unreadable" }],
  });
});

it("is named before it gives its author away", async () => {
  const author = await signedIn();
  const { name } = await db().user.findUniqueOrThrow({ where: { id: author.userId } });
  const id = await draft(author);
  await attachFile(author, id, await arrived(author, `%PDF-1.7 /Author (${name})`, "mine.pdf"));
  await expect(handIn(author, id)).rejects.toMatchObject({
    issues: [
      {
        code: "names_found",
        params: { names: expect.stringContaining(`mine.pdf (/Author, ${name}`) },
      },
    ],
  });
  await handIn(author, id, { anonymous: true });
});

it("reaches reviewers without its name, and nobody else", async () => {
  await publishProject("read-blind", ATTACHMENTS);
  const people = [await signedIn(), await signedIn(), await signedIn()];
  const pieces: string[] = [];
  for (const actor of people) {
    const { id } = await startPiece(actor, "read-blind");
    await saveReport(actor, id, { report: REPORT, revision: 0 });
    const input = { challenge: "read-blind", filename: "Ann-Lee-CV.txt", bytes: 5 };
    const { id: upload } = await beginUpload(actor, input);
    writeFileSync(path.join(folder, upload), "plain");
    await completeUpload(upload, path.join(folder, upload));
    await attachFile(actor, id, upload);
    await handIn(actor, id);
    pieces.push(id);
  }
  const staff = await signedIn("author");
  await allocateNow(staff, "read-blind");
  const [author] = people as [UserActor];
  const [piece] = pieces as [string];
  const review = await db().review.findFirstOrThrow({ where: { pieceId: piece } });
  const reviewer = people.find(({ userId }) => userId === review.reviewerId) as UserActor;
  await calibrate(reviewer, piece);
  expect(JSON.stringify(await readReview(reviewer, review.id))).not.toContain("Ann");
  const opened = await openReviewFile(reviewer, review.id, 1);
  expect([opened.filename, await text(opened.stream)]).toEqual(["file-1.txt", "plain"]);
  const none = openReviewFile(reviewer, review.id, 2);
  await expect(none).rejects.toMatchObject({ code: "file_not_found" });
  for (const attacker of [author, await signedIn()]) {
    const attack = openReviewFile(attacker, review.id, 1);
    await expect(attack).rejects.toMatchObject({ code: "review_not_found" });
  }
  for (const reader of [author, staff]) {
    expect(await text((await openPieceFile(reader, piece, 1)).stream)).toBe("plain");
  }
  const attack = openPieceFile(reviewer, piece, 1);
  await expect(attack).rejects.toMatchObject({ code: "piece_not_found" });
});
