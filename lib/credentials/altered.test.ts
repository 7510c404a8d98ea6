import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  NOW,
  publishedBy,
  reading,
  signedBadge,
  type TestKeys,
  testKeys,
} from "@/lib/testing/credentials";
import { readClaims } from "./read-claims";
import type { Read } from "./verification";
import { verifyDocument } from "./verify-document";

let keys: TestKeys;
let badge: Awaited<ReturnType<typeof signedBadge>>;
let read: Read;

beforeAll(async () => {
  keys = await testKeys();
  badge = await signedBadge(keys);
  read = reading(await publishedBy([keys.ed25519, keys.rsa], keys.ed25519));
});

async function verdict(text: string): Promise<string> {
  try {
    return (await verifyDocument(readClaims(text), { read, now: NOW })).verdict;
  } catch {
    return "unreadable";
  }
}

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null;

/** The paths of all strings, numbers and truth values of a document. */
const leaves = (value: Json, path: (string | number)[] = []): (string | number)[][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
    : [path];

function at(document: Json, path: (string | number)[]) {
  const parent = path.slice(0, -1).reduce<Json>((value, name) => (value as never)[name], document);
  return { parent: parent as { [name: string]: Json }, name: String(path.at(-1)) };
}

const other = (value: Json): Json => {
  if (typeof value === "string") return `${value}x`;
  return typeof value === "number" ? value + 1 : !value;
};

/** The document with one leaf changed, and with it taken out. */
function alterations(document: Json, path: (string | number)[]): Json[] {
  const [changed, without] = [structuredClone(document), structuredClone(document)];
  const place = at(changed, path);
  place.parent[place.name] = other(place.parent[place.name] as Json);
  const gone = at(without, path);
  if (Array.isArray(gone.parent)) gone.parent.splice(Number(gone.name), 1);
  else delete gone.parent[gone.name];
  return [changed, without];
}

const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decode = (part = ""): Json => JSON.parse(Buffer.from(part, "base64url").toString());

describe("a credential with a proof inside", () => {
  it("fails when any claim, or anything of the proof, is changed or taken out", async () => {
    const document: Json = JSON.parse(badge.json);
    const paths = leaves(document);
    expect(paths.length).toBeGreaterThan(80);
    for (const path of paths) {
      for (const altered of alterations(document, path)) {
        const found = await verdict(JSON.stringify(altered));
        expect([path.join("."), found]).not.toEqual([path.join("."), "valid"]);
      }
    }
  }, 60_000);

  it("fails when a claim is added, wherever and whatever", async () => {
    const names = ["narrative", "url", "unknownTerm", "image", "@included", "ext:more"];
    const inside = ["", "issuer", "credentialSubject", "credentialSubject.achievement"];
    for (const name of names) {
      for (const place of inside) {
        const document = JSON.parse(badge.json);
        const target = place
          .split(".")
          .filter(Boolean)
          .reduce((value, step) => value[step], document);
        target[name] = name === "@included" ? [{ id: "urn:x", name: "x" }] : "https://x.example";
        const found = await verdict(JSON.stringify(document));
        expect([place, name, found]).not.toEqual([place, name, "valid"]);
      }
    }
  });

  it("is not taken for valid when a claim is hidden from readers while its meaning stays", async () => {
    const VC = "https://www.w3.org/2018/credentials#";
    const dateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
    const { validUntil, ...endless } = JSON.parse(badge.json);
    const full = { "@value": validUntil, "@type": dateTime };
    const { credentialStatus, ...unlisted } = JSON.parse(badge.json);
    const again = { id: unlisted.id, credentialStatus };
    for (const altered of [
      { ...endless, [`${VC}validUntil`]: full },
      { ...unlisted, [`${VC}credentialStatus`]: credentialStatus },
      { ...unlisted, "@included": [again] },
      { "@context": unlisted["@context"], "@graph": [unlisted, again] },
      { ...unlisted, evidence: [...unlisted.evidence, again] },
    ]) {
      expect(await verdict(JSON.stringify(altered))).not.toBe("valid");
    }
  });

  it("fails when its terms are given another meaning", async () => {
    const document = JSON.parse(badge.json);
    document["@context"].push({ mean: "https://schema.org/name" });
    expect(await verdict(JSON.stringify(document))).not.toBe("valid");
    const nested = JSON.parse(badge.json);
    nested.credentialSubject["@context"] = { mean: "https://schema.org/name" };
    expect(await verdict(JSON.stringify(nested))).not.toBe("valid");
  });
});

describe.each(["eddsa", "rs256"] as const)("a compact token by %s", (form) => {
  it("fails when any claim is changed or taken out", async () => {
    const [head, body, tail] = badge[form].split(".");
    const payload = decode(body);
    for (const path of leaves(payload)) {
      for (const altered of alterations(payload, path)) {
        expect(await verdict(`${head}.${encode(altered)}.${tail}`)).not.toBe("valid");
      }
    }
  }, 60_000);

  it("fails when anything of its header is changed", async () => {
    const [head, body, tail] = badge[form].split(".");
    const header = decode(head);
    for (const path of leaves(header)) {
      for (const altered of alterations(header, path)) {
        expect(await verdict(`${encode(altered)}.${body}.${tail}`)).not.toBe("valid");
      }
    }
    for (const alg of ["none", "HS256", form === "eddsa" ? "RS256" : "EdDSA"]) {
      const altered = encode({ ...(header as object), alg } as Json);
      expect(await verdict(`${altered}.${body}.${tail}`)).not.toBe("valid");
      expect(await verdict(`${altered}.${body}.`)).not.toBe("valid");
    }
  });

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ";

  it("fails when any one character is another", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(...ALPHABET), async (place, character) => {
        const token = badge[form];
        const index = place % token.length;
        fc.pre(token[index] !== character && token.trim() === token);
        const altered = token.slice(0, index) + character + token.slice(index + 1);
        // White space around a pasted token is none of it.
        fc.pre(altered.trim() === altered);
        expect(await verdict(altered)).not.toBe("valid");
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it("fails for every other last character of each of its parts", async () => {
    const parts = badge[form].split(".");
    for (const [number, part] of parts.entries()) {
      for (const character of ALPHABET.trim()) {
        if (character === part.at(-1)) continue;
        const altered = parts.with(number, part.slice(0, -1) + character).join(".");
        expect(await verdict(altered)).not.toBe("valid");
      }
    }
  });
});
