import { deflateSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { NOW, publishedBy, reading, signedBadge, testKeys } from "@/lib/testing/credentials";
import { bakePng, extractPng } from "./bake-png";
import { bakeSvg } from "./bake-svg";
import { drawBadge } from "./draw-badge";
import { extractBadge } from "./extract-badge";
import { readChunks, writeChunks } from "./png-chunks";
import { renderBadge } from "./render-badge";
import { verifyCredential } from "./verify-credential";

const svg = drawBadge({
  title: { en: "Attention & <more>", zh: "注意力机制" },
  level: "proficient",
  issuer: "skills.example.org",
});
let png: Buffer;
let badge: Awaited<ReturnType<typeof signedBadge>>;
let documents: Record<string, string>;

beforeAll(async () => {
  const keys = await testKeys();
  badge = await signedBadge(keys);
  documents = await publishedBy([keys.ed25519, keys.rsa], keys.ed25519);
  png = await renderBadge(svg);
});

const verify = (given: Buffer | string) =>
  verifyCredential(given, { read: reading(documents), now: NOW });

describe("a badge's image", () => {
  it("says title and level in both languages, and is well-formed", async () => {
    for (const text of ["Attention &amp; &lt;more&gt;", "注意力机制", "Proficient · 熟练"]) {
      expect(svg).toContain(text);
    }
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 600, height: 600 });
  });

  it.each(["json", "eddsa", "rs256"] as const)(
    "carries %s in a PNG and gives it back",
    async (form) => {
      const baked = bakePng(png, badge[form]);
      expect(extractBadge(baked)).toBe(badge[form]);
      expect((await sharp(baked).raw().toBuffer()).equals(await sharp(png).raw().toBuffer())).toBe(
        true,
      );
      expect((await verify(baked)).verdict).toBe("valid");
    },
  );

  it.each(["json", "eddsa", "rs256"] as const)(
    "carries %s in an SVG and gives it back",
    async (form) => {
      const baked = bakeSvg(svg, badge[form]);
      expect(extractBadge(Buffer.from(baked))).toBe(badge[form]);
      expect((await verify(Buffer.from(baked))).verdict).toBe("valid");
      await expect(sharp(Buffer.from(baked)).metadata()).resolves.toMatchObject({ format: "svg" });
    },
  );

  it("holds one credential: the last that was baked", () => {
    const twice = bakePng(bakePng(png, badge.json), badge.eddsa);
    expect(extractPng(twice)).toBe(badge.eddsa);
    expect(readChunks(twice).filter(({ type }) => type === "iTXt")).toHaveLength(1);
  });

  it("is read too where another tool compressed the text or chose another prefix", () => {
    const head = Buffer.from("openbadgecredential\0\u0001\0en\0Abzeichen\0", "utf8");
    const [header, ...rest] = readChunks(png);
    if (!header) throw new Error("no header");
    const data = Buffer.concat([head, deflateSync(badge.json)]);
    expect(extractBadge(writeChunks([header, { type: "iTXt", data }, ...rest]))).toBe(badge.json);
    const other = `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:ob='https://purl.imsglobal.org/ob/v3p0'><ob:credential verify='${badge.eddsa}'></ob:credential></svg>`;
    expect(extractBadge(Buffer.from(other))).toBe(badge.eddsa);
    const escaped = `<svg xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><ob:credential>${badge.json.replaceAll("&", "&amp;").replaceAll('"', "&#34;")}</ob:credential></svg>`;
    expect(extractBadge(Buffer.from(escaped))).toBe(badge.json);
  });

  it("keeps whatever text, also what would end its wrapping", () => {
    const text = JSON.stringify({ name: "]]> & <x> \u{1f600}" });
    expect(extractBadge(Buffer.from(bakeSvg(svg, text)))).toBe(text);
    expect(extractPng(bakePng(png, text))).toBe(text);
  });
});

describe("what holds no credential", () => {
  it.each([
    ["an image without one", () => png, "no_credential"],
    ["an SVG without one", () => Buffer.from(svg), "no_credential"],
    ["a PNG that is cut off", () => bakePng(png, badge.json).subarray(0, 200), "no_credential"],
    ["nothing", () => "  ", "empty"],
    ["prose", () => "hello there", "unreadable"],
    ["a list", () => "[]", "unreadable"],
    ["a token with changed trailing bits", () => `${badge.eddsa.slice(0, -1)}=`, "unreadable"],
  ])("is told apart: %s", async (_, given, code) => {
    expect(await verify(given())).toMatchObject({ verdict: "invalid", checks: [{ code }] });
  });

  it("is not the fault of a credential whose link does not answer", async () => {
    documents["https://elsewhere.example/badge"] = badge.eddsa;
    expect((await verify("https://elsewhere.example/badge\n")).verdict).toBe("valid");
    expect(await verify("https://elsewhere.example/gone")).toMatchObject({
      verdict: "undecided",
      checks: [{ code: "link_unreachable" }],
    });
  });

  it("never ends in an error, however damaged", async () => {
    const given = [badge.json, badge.eddsa, bakePng(png, badge.json), bakeSvg(svg, badge.eddsa)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...given),
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 3 }),
        async (whole, place, noise) => {
          const bytes = Buffer.from(whole);
          bytes.set(noise, place % (bytes.length - noise.length));
          expect((await verify(bytes)).checks.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});
