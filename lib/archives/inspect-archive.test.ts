import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { type Header, pack } from "tar-stream";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "@/lib/platform/errors";
import { random } from "@/lib/testing/random";
import { inspectArchive } from "./inspect-archive";

const folder = mkdtempSync(path.join(tmpdir(), "touchstone-archives-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = { entries: 20, bytes: 5_000_000 };

type Packed = { name: string; content?: Buffer; mode?: number; flags?: number; claimed?: number };

/** A zip archive, byte by byte, so that it may hold what no packer writes. */
function zip(entries: Packed[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content = Buffer.alloc(0), mode = 0, flags = 0, claimed } of entries) {
    const data = deflateRawSync(content);
    const file = Buffer.from(name, "latin1");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claimed ?? content.length, 18);
    common.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, file, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), common, rest, file]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

async function tarGz(
  entries: (Partial<Header> & { name: string } & { content?: Buffer })[],
): Promise<Buffer> {
  const tar = pack();
  for (const { content = Buffer.alloc(0), ...header } of entries) tar.entry(header, content);
  tar.finalize();
  return gzipSync(await buffer(tar));
}

let count = 0;
const inspect = (bytes: Buffer, limits = LIMITS) => {
  const file = path.join(folder, String(++count));
  writeFileSync(file, bytes);
  return inspectArchive(file, limits);
};

async function faultOf(bytes: Buffer, limits = LIMITS): Promise<string> {
  const error = await inspect(bytes, limits).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).issues[0]?.code ?? "";
}

const text = Buffer.from("hello");
const wide = Buffer.alloc(4_000_000);

describe("an archive", () => {
  it("of plain files and folders is listed with what its files unpack to", async () => {
    const files = [
      { path: "a.txt", bytes: 5 },
      { path: "数据/b.txt", bytes: 5 },
    ];
    const utf8 = Buffer.from("数据/b.txt").toString("latin1");
    const zipped = zip([
      { name: "a.txt", content: text },
      { name: utf8, content: text, flags: 0x800 },
    ]);
    expect(await inspect(zipped)).toEqual(files);
    const tarred = await tarGz([
      { name: "a.txt", content: text },
      { name: "数据", type: "directory" },
      { name: "数据/b.txt", content: text },
    ]);
    expect(await inspect(tarred)).toEqual(files);
  });

  it.each([
    ["../up.txt", "archive_path"],
    ["a/../../up.txt", "archive_path"],
    ["/etc/passwd", "archive_path"],
    ["C:\\up.txt", "archive_path"],
    ["a\\..\\b.txt", "archive_path"],
    ["a//b.txt", "archive_path"],
    ["./a.txt", "archive_path"],
    ["nul\u0000.txt", "archive_path"],
    ["end. ", "archive_path"],
    ["x".repeat(250), "archive_path"],
  ])("with the name %j is refused", async (name, code) => {
    expect(await faultOf(zip([{ name, content: text }]))).toBe(code);
    if (!name.includes("\u0000") && name.length < 100) {
      expect(await faultOf(await tarGz([{ name, content: text }]))).toBe(code);
    }
  });

  it.each([
    ["a link", () => zip([{ name: "a", content: text, mode: 0o120777 }]), "archive_link"],
    ["a device", () => zip([{ name: "a", mode: 0o060666 }]), "archive_link"],
    ["a password", () => zip([{ name: "a", content: text, flags: 1 }]), "archive_encrypted"],
    ["one name twice", () => zip([{ name: "a.txt" }, { name: "A.TXT" }]), "archive_duplicate"],
    [
      "too many files",
      () => zip(Array.from({ length: 21 }, (_, n) => ({ name: `f${n}` }))),
      "archive_too_many",
    ],
    ["a bomb", () => zip([{ name: "a", content: wide }]), "archive_bomb"],
    ["a size that is a lie", () => zip([{ name: "a", content: wide, claimed: 5 }]), /^archive_/],
    [
      "a symbolic link in tar",
      () => tarGz([{ name: "a", type: "symlink", linkname: "/etc/passwd" }]),
      "archive_link",
    ],
    [
      "a hard link in tar",
      () => tarGz([{ name: "a", type: "link", linkname: "/etc/passwd" }]),
      "archive_link",
    ],
    ["a pipe in tar", () => tarGz([{ name: "a", type: "fifo" }]), "archive_link"],
    ["a bomb in tar", () => tarGz([{ name: "a", content: wide }]), "archive_bomb"],
    ["nothing of an archive", () => Buffer.from("just text"), "archive_unreadable"],
    ["no bytes", () => Buffer.alloc(0), "archive_unreadable"],
  ])("with %s is refused", async (_, make, code) => {
    expect(await faultOf(await make())).toMatch(code);
  });

  it("is refused by what it unpacks to, not by what it claims", async () => {
    const parts = Array.from({ length: 5 }, (_, n) => ({
      name: `f${n}`,
      content: Buffer.from(Array.from({ length: 30_000 }, (_, m) => (m * 7919 + n * 31) % 251)),
    }));
    expect(await faultOf(zip(parts), { entries: 20, bytes: 100_000 })).toBe("archive_too_large");
    expect(await faultOf(await tarGz(parts), { entries: 20, bytes: 100_000 })).toBe(
      "archive_too_large",
    );
  });
});

function corrupted(bytes: Buffer, next: () => number): Buffer {
  const changed = Buffer.from(bytes);
  for (let n = 0; n <= next() * 6; n++) {
    changed[Math.floor(next() * changed.length)] = Math.floor(next() * 256);
  }
  return next() < 0.3 ? changed.subarray(0, Math.floor(next() * changed.length)) : changed;
}

it.each(["zip", "tar.gz"])(
  "a thousand corrupted %s archives are listed or refused",
  async (form) => {
    const names = ["a.txt", "b/c.txt", "d/e/f.bin"];
    const whole =
      form === "zip"
        ? zip(names.map((name) => ({ name, content: text })))
        : await tarGz(names.map((name) => ({ name, content: text })));
    const next = random(11);
    let refused = 0;
    for (let n = 0; n < 1000; n++) {
      const found = await inspect(corrupted(whole, next)).catch((error: unknown) => error);
      if (Array.isArray(found)) expect(found.length).toBeLessThanOrEqual(LIMITS.entries);
      else {
        expect(found).toBeInstanceOf(InputError);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(200);
  },
  60_000,
);
