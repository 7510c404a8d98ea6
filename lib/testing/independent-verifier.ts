import { createHash, createPublicKey, verify } from "node:crypto";
import { JsonLdParser } from "jsonld-streaming-parser";
import { RDFC10 } from "rdfjs-c14n";

type Document = { [name: string]: unknown };
type Quad = Parameters<RDFC10["canonicalize"]>[0] extends infer T
  ? T extends Iterable<infer Q>
    ? Q
    : never
  : never;

/**
 * Verifies what the product signs without any code or library of the product: another JSON-LD
 * processor, another canonicalisation and Node's own cryptography.
 */
export function independentVerifier(contexts: ReadonlyMap<string, object>) {
  const documentLoader = {
    load: async (url: string) => {
      const context = contexts.get(url);
      if (!context) throw new Error(`no context at ${url}`);
      return context as never;
    },
  };

  async function hashOf(document: Document): Promise<Buffer> {
    const parser = new JsonLdParser({ documentLoader, strictValues: true });
    const quads: Quad[] = [];
    parser.on("data", (quad) => quads.push(quad));
    const ended = new Promise((resolve, reject) => {
      parser.on("end", resolve);
      parser.on("error", reject);
    });
    parser.end(JSON.stringify(document));
    await ended;
    const canonical = await new RDFC10().canonicalize(quads as never);
    return createHash("sha256").update(canonical).digest();
  }

  /** The 64 bytes that eddsa-rdfc-2022 signs: the hash of the proof's options, then the document's. */
  async function hashData({ proof, ...document }: Document): Promise<Buffer> {
    const { proofValue: _, ...options } = proof as Document;
    const config = { "@context": document["@context"], ...options };
    return Buffer.concat([await hashOf(config), await hashOf(document)]);
  }

  return {
    hashData,
    async dataIntegrity(document: Document, publicJwk: object): Promise<boolean> {
      const { proofValue } = document.proof as { proofValue: string };
      const key = createPublicKey({ key: publicJwk as never, format: "jwk" });
      return verify(null, await hashData(document), key, base58(proofValue.slice(1)));
    },
    jwt(token: string, publicJwk: { kty: string }): boolean {
      const [head, body, tail = ""] = token.split(".");
      const key = createPublicKey({ key: publicJwk as never, format: "jwk" });
      const digest = publicJwk.kty === "RSA" ? "sha256" : null;
      const signed = Buffer.from(`${head}.${body}`);
      return verify(digest, signed, key, Buffer.from(tail, "base64url"));
    },
  };
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

export function base58(text: string): Buffer {
  let value = 0n;
  for (const character of text) value = value * 58n + BigInt(BASE58.indexOf(character));
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), "0"), "hex");
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Buffer.concat([Buffer.alloc(zeros), bytes]);
}
