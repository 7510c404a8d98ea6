/**
 * Runs inside the sandbox: reads a document from standard input and writes its text as JSON.
 * `node reader.mjs pdf|docx`; its name there says that it is a module.
 */
import { buffer } from "node:stream/consumers";

const MOST_PAGES = 60;
const MOST_CHARACTERS = 200_000;
const MOST_XML_BYTES = 20 * 2 ** 20;

class Unreadable extends Error {}

/** Lines of a page: pieces of text in their order, broken where the writer moved down. */
function linesOf(items) {
  let text = "";
  let before = null;
  for (const { str, hasEOL, transform, width } of items) {
    const [x, y] = [transform[4], transform[5]];
    const size = Math.hypot(transform[2], transform[3]) || 1;
    if (before && !text.endsWith("\n")) {
      if (Math.abs(before.y - y) > size * 0.5) text += "\n";
      else if (x - before.end > size * 0.2 && !/\s$/.test(text) && !/^\s/.test(str)) {
        // A wide gap is a column or a date at the edge of the page.
        text += x - before.end > size * 2 ? "\t" : " ";
      }
    }
    text += str;
    if (hasEOL) text += "\n";
    before = { y, end: x + width };
  }
  return text;
}

async function readPdf(bytes) {
  const { getDocument } = await import("unpdf/pdfjs");
  const options = {
    data: new Uint8Array(bytes),
    ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true },
    ...{ stopAtErrors: false, verbosity: 0 },
  };
  const pdf = await getDocument(options).promise.catch((error) => {
    throw new Unreadable(error?.name === "PasswordException" ? "encrypted" : "broken");
  });
  if (pdf.numPages > MOST_PAGES) throw new Unreadable("too_big");
  let text = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    text += `${linesOf(items.filter((item) => "str" in item))}\n`;
    if (text.length > MOST_CHARACTERS) throw new Unreadable("too_big");
  }
  return text;
}

/** The main part of a Word document, out of its archive. */
async function wordXml(bytes) {
  const { default: yauzl } = await import("yauzl");
  return new Promise((resolve, reject) => {
    const broken = () => reject(new Unreadable("broken"));
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return broken();
      zip.on("error", broken);
      zip.on("end", broken);
      zip.on("entry", (entry) => {
        if (entry.fileName !== "word/document.xml") return zip.readEntry();
        if (entry.generalPurposeBitFlag & 1) return reject(new Unreadable("encrypted"));
        // Its real size is checked against this while it is unpacked.
        if (entry.uncompressedSize > MOST_XML_BYTES) return reject(new Unreadable("too_big"));
        zip.openReadStream(entry, (fault, stream) => {
          if (fault) return broken();
          buffer(stream).then((xml) => resolve(xml.toString("utf8")), broken);
        });
      });
      zip.readEntry();
    });
  });
}

const NAMED = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const NUMBERED = /^#(x[\da-f]{1,6}|\d{1,7})$/i;

function entity(whole, name) {
  if (name in NAMED) return NAMED[name];
  const [, digits] = NUMBERED.exec(name) ?? [];
  if (digits === undefined) return whole;
  const code = digits[0] === "x" || digits[0] === "X" ? parseInt(digits.slice(1), 16) : +digits;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Text, tabs, breaks and ends of paragraphs; no document type is read, so nothing can expand. */
function textOfWord(xml) {
  const parts = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)(?:\s[^>]*)?\/>|<\/w:(p|tc)>/g;
  let text = "";
  for (const [, words, mark, end] of xml.matchAll(parts)) {
    if (words !== undefined) text += words.replace(/&(#?\w{1,8});/g, entity);
    else if (mark === "tab") text += "\t";
    else if (mark) text += "\n";
    else text += end === "p" ? "\n" : "\t";
    if (text.length > MOST_CHARACTERS) throw new Unreadable("too_big");
  }
  return text;
}

async function readWord(bytes) {
  // What Word protects by a password is no archive but a compound file.
  if (bytes.subarray(0, 4).toString("hex") === "d0cf11e0") throw new Unreadable("encrypted");
  return textOfWord(await wordXml(bytes));
}

const READERS = { pdf: readPdf, docx: readWord };

function answer(said) {
  process.stdout.write(JSON.stringify(said), () => process.exit(0));
}

try {
  const read = READERS[process.argv[2]];
  const text = await read(await buffer(process.stdin));
  answer(text.trim() === "" ? { error: "empty" } : { text });
} catch (error) {
  answer({ error: error instanceof Unreadable ? error.message : "broken" });
}
