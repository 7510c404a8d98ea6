import { describe, expect, it } from "vitest";
import { smallDocx, smallPdf } from "@/lib/testing/documents";
import { readDocument } from "./read-document";

describe("a document's text", () => {
  it("is read from a PDF, line by line", async () => {
    const read = await readDocument("pdf", smallPdf(["Work", "Engineer (lead)"]));
    expect(read).toEqual({ text: expect.stringMatching(/Work\nEngineer \(lead\)/) });
  });

  it("is read from a Word document, in any language", async () => {
    const read = await readDocument("docx", await smallDocx(["工作经历", "R&D <lead>"]));
    expect(read).toEqual({ text: "工作经历\nR&D <lead>\n" });
  });

  it.each([
    ["a PDF that is none", "pdf", () => Buffer.from("%PDF-1.4 nothing"), "broken"],
    ["an archive that is none", "docx", () => Buffer.from("PK no archive"), "broken"],
    [
      "a Word document with a password",
      "docx",
      () => Buffer.from("d0cf11e0a1b1", "hex"),
      "encrypted",
    ],
    ["a page without text", "pdf", () => smallPdf([]), "empty"],
    ["far too much text", "docx", () => smallDocx(Array(9000).fill("x".repeat(40))), "too_big"],
  ] as const)("is not read from %s, which is told apart", async (_, format, file, error) => {
    expect(await readDocument(format, await file())).toEqual({ error });
  });

  it("is not unpacked beyond what a text holds, however small the archive", async () => {
    const bomb = await smallDocx([], `<w:p><w:t>${"x".repeat(21 * 2 ** 20)}</w:t></w:p>`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readDocument("docx", bomb)).toEqual({ error: "too_big" });
  });

  it("does not grow by what a document type declares", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:p><w:t>&a;&#65;</w:t></w:p>';
    expect(await readDocument("docx", await smallDocx([], bomb))).toEqual({ text: "&a;A\n" });
  });
});
