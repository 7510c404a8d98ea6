import { createPrivateKey, sign } from "node:crypto";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { decodeList } from "@digitalbazaar/vc-bitstring-status-list";
import jsigs from "jsonld-signatures";
import { beforeAll, describe, expect, it } from "vitest";
import { signedBadge, type TestKeys, testKeys } from "@/lib/testing/credentials";
import { base58, independentVerifier } from "@/lib/testing/independent-verifier";
import { BUNDLED_CONTEXTS } from "./bundled-contexts";
import { documentLoader } from "./document-loader";
import { jwkOfMultibase } from "./public-key";
import { encodeStatusList, readStatusBit } from "./status-list";

const EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2";
const EXAMPLES_CONTEXT = {
  "@context": { "@vocab": "https://www.w3.org/ns/credentials/examples#" },
};
const independent = independentVerifier(
  new Map([...BUNDLED_CONTEXTS, [EXAMPLES, EXAMPLES_CONTEXT]]),
);

let keys: TestKeys;
let badge: Awaited<ReturnType<typeof signedBadge>>;

beforeAll(async () => {
  keys = await testKeys();
  badge = await signedBadge(keys);
});

describe("what we sign", () => {
  it("verifies by another JSON-LD processor, another canonicalisation and Node's cryptography", async () => {
    for (const locale of ["en", "zh"] as const) {
      const signed = JSON.parse((await signedBadge(keys, { locale })).json);
      expect(await independent.dataIntegrity(signed, keys.ed25519.publicJwk)).toBe(true);
      signed.credentialSubject.result[1].value = "99.9";
      expect(await independent.dataIntegrity(signed, keys.ed25519.publicJwk)).toBe(false);
    }
  });

  it("verifies as a token by Node's cryptography alone", () => {
    expect(independent.jwt(badge.eddsa, keys.ed25519.publicJwk)).toBe(true);
    expect(independent.jwt(badge.rs256, keys.rsa.publicJwk)).toBe(true);
    expect(independent.jwt(badge.rs256.replace(/\.e/, ".f"), keys.rsa.publicJwk)).toBe(false);
  });

  it("lists revocations as another library reads them", async () => {
    const encodedList = encodeStatusList([0, 7, 8, 131_071]);
    const list = await decodeList({ encodedList });
    for (const index of [0, 1, 6, 7, 8, 9, 131_070, 131_071]) {
      expect(readStatusBit(encodedList, index)).toBe(list.getStatus(index));
    }
    expect([0, 7, 8, 131_071].every((index) => readStatusBit(encodedList, index))).toBe(true);
    expect(() => readStatusBit(encodedList, 131_072)).toThrow();
  });
});

/**
 * Facts from "Data Integrity EdDSA Cryptosuites v1.0", appendix "Test Vectors", W3C
 * (https://www.w3.org/TR/vc-di-eddsa/): the key, the credential, the hash and the proof.
 */
describe("the published vector of eddsa-rdfc-2022", () => {
  const PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
  const SEED = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
  const HASH =
    "4c4d3890a157f8d611b13c265c2c22f39aa0a567c7c7dd9ba3e45cd579784eeb517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017";
  const method = `https://vc.example/issuers/5678#${PUBLIC}`;
  const document = {
    "@context": ["https://www.w3.org/ns/credentials/v2", EXAMPLES],
    id: "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    type: ["VerifiableCredential", "AlumniCredential"],
    name: "Alumni Credential",
    description: "A minimum viable example of an Alumni Credential.",
    issuer: "https://vc.example/issuers/5678",
    validFrom: "2023-01-01T00:00:00Z",
    credentialSubject: { id: "did:example:abcdefgh", alumniOf: "The School of Examples" },
  };
  const proof = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-rdfc-2022",
    created: "2023-02-24T23:36:38Z",
    verificationMethod: method,
    proofPurpose: "assertionMethod",
    proofValue:
      "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9",
  };

  it("is what the independent verifier computes", async () => {
    const signed = { ...document, proof };
    expect((await independent.hashData(signed)).toString("hex")).toBe(HASH);
    expect(await independent.dataIntegrity(signed, await jwkOfMultibase(PUBLIC))).toBe(true);
  });

  it("is what we would have signed", async () => {
    const pkcs8 = Buffer.concat([
      Buffer.from("302e020100300506032b657004220420", "hex"),
      // Two bytes of the multicodec stand before the seed.
      base58(SEED.slice(1)).subarray(2),
    ]);
    const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
    const signed = await jsigs.sign(structuredClone(document), {
      suite: new DataIntegrityProof({
        cryptosuite,
        date: proof.created,
        signer: {
          id: method,
          algorithm: "Ed25519",
          sign: async ({ data }) => sign(null, data, key),
        },
      }),
      purpose: new jsigs.purposes.AssertionProofPurpose(),
      documentLoader: documentLoader(new Map([[EXAMPLES, EXAMPLES_CONTEXT]])),
    });
    expect(signed.proof).toMatchObject(proof);
  });
});
