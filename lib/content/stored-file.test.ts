import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { contentHash } from "./content-hash";
import { readFolder } from "./read-folder";
import { bytesOf, storedBytes } from "./stored-file";

const BINARY = Buffer.from([0x08, 0x0a, 0xff, 0xfe, 0x00, 0x80]);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "touchstone-package-"));
  await mkdir(path.join(folder, "submissions/accepted"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, data: string | Buffer) => writeFile(path.join(folder, name), data);

it("keeps bytes that are no text, and texts as they are", async () => {
  await write("submissions/accepted/a.onnx", BINARY);
  await write("submissions/accepted/b.onnx", "数字");
  const files = await readFolder(folder);
  expect(bytesOf(files["submissions/accepted/a.onnx"] ?? "")).toEqual(BINARY);
  expect(files["submissions/accepted/b.onnx"]).toBe("数字");
  expect(bytesOf("数字")).toEqual(Buffer.from("数字"));
});

it("gives other content another hash", async () => {
  await write("submissions/accepted/a.onnx", BINARY);
  const before = contentHash(await readFolder(folder));
  await write("submissions/accepted/a.onnx", Buffer.concat([BINARY, Buffer.from([0xff])]));
  expect(contentHash(await readFolder(folder))).not.toBe(before);
});

it("refuses bytes where only text has a meaning, and names the file", async () => {
  await write("statement.en.md", BINARY);
  await expect(readFolder(folder)).rejects.toThrow(/statement\.en\.md: is not UTF-8 text/);
});

it("refuses a text that would be taken for stored bytes", async () => {
  await write("submissions/accepted/a.onnx", storedBytes(BINARY));
  await expect(readFolder(folder)).rejects.toThrow(/begins as stored bytes/);
});

it("reads the packages of this repository as text, each with the hash on record", async () => {
  const proofs = JSON.parse(await readFile("content/proofs.json", "utf8"));
  expect(contentHash(await readFolder("content/challenges/softmax"))).toBe(proofs.softmax);
});
