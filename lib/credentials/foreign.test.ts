import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { CompactSign, exportJWK, generateKeyPair } from "jose";
import jsigs from "jsonld-signatures";
import { beforeAll, describe, expect, it } from "vitest";
import { NOW, reading, type TestKeys, testKeys } from "@/lib/testing/credentials";
import { CREDENTIALS_V2, OPEN_BADGES_V3 } from "./bundled-contexts";
import { documentLoader } from "./document-loader";
import { multibaseOf } from "./public-key";
import { didWebAddress } from "./resolve-did";
import { encodeStatusList } from "./status-list";
import { verifyCredential } from "./verify-credential";

const HOME = "https://badges.example.edu";
let keys: TestKeys;
let didKey = "";

beforeAll(async () => {
  keys = await testKeys();
  didKey = `did:key:${await multibaseOf(keys.ed25519.publicJwk)}`;
});

/** A small badge as another platform might write it. */
const badge = (issuer: string, change: object = {}) => ({
  "@context": [CREDENTIALS_V2, OPEN_BADGES_V3],
  id: `${HOME}/badges/1`,
  type: ["VerifiableCredential", "AchievementCredential"],
  issuer: { id: issuer, type: "Profile", name: "Example University" },
  validFrom: "2026-01-01T00:00:00Z",
  credentialSubject: {
    type: "AchievementSubject",
    achievement: {
      id: `${HOME}/achievements/1`,
      type: "Achievement",
      name: "Teamwork",
      description: "Works with others.",
      criteria: { narrative: "Was seen to." },
    },
  },
  ...change,
});

async function proved(document: object, more: object = {}) {
  const suite = new DataIntegrityProof({
    cryptosuite,
    date: NOW,
    signer: {
      id: `${didKey}#${didKey.slice("did:key:".length)}`,
      algorithm: "Ed25519",
      sign: async ({ data }) =>
        (await import("node:crypto")).sign(null, data, keys.ed25519.privateKey),
    },
  });
  Object.assign(suite, { proof: { ...more } });
  const purpose = new jsigs.purposes.AssertionProofPurpose();
  const signed = await jsigs.sign(document, { suite, purpose, documentLoader: documentLoader() });
  return JSON.stringify(signed);
}

const token = (payload: object, header: { alg?: string; kid?: string; jwk?: object }) =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: "RS256", ...header } as never)
    .sign(keys.rsa.privateKey);

async function verify(text: string, documents: Record<string, string> = {}) {
  const { verdict, checks } = await verifyCredential(text, { read: reading(documents), now: NOW });
  const code = (name: string) => checks.find((one) => one.name === name)?.code;
  return {
    verdict,
    signature: code("signature"),
    issuer: code("issuer"),
    status: code("status"),
    dates: code("dates"),
  };
}

describe("another issuer", () => {
  it("by did:key needs nobody to ask", async () => {
    expect(await verify(await proved(badge(didKey)))).toMatchObject({
      ...{ verdict: "valid", issuer: "issuer_holds", status: "status_none" },
    });
  });

  it("by did:jwk verifies as a token", async () => {
    const jwk = Buffer.from(JSON.stringify(keys.rsa.publicJwk)).toString("base64url");
    const text = await token(badge(`did:jwk:${jwk}`), { kid: `did:jwk:${jwk}#0` });
    expect((await verify(text)).verdict).toBe("valid");
  });

  it("by an address counts with a key below it, alone or in a set", async () => {
    const documents = {
      [`${HOME}/keys/1`]: JSON.stringify(keys.rsa.publicJwk),
      [`${HOME}/jwks#k1`]: JSON.stringify({ keys: [{ ...keys.rsa.publicJwk, kid: "k1" }] }),
    };
    for (const kid of Object.keys(documents)) {
      const text = await token(badge(`${HOME}/issuer`), { kid });
      expect(await verify(text, documents)).toMatchObject({
        ...{ verdict: "valid", issuer: "issuer_holds" },
      });
    }
  });

  it("by an address is not proved by a key that lies elsewhere or in the token", async () => {
    const kid = "https://elsewhere.example/key";
    const elsewhere = { [kid]: JSON.stringify(keys.rsa.publicJwk) };
    const issuer = `${HOME}/issuer`;
    const unproved = {
      verdict: "undecided",
      signature: "signature_right",
      issuer: "issuer_unknown",
    };
    expect(await verify(await token(badge(issuer), { kid }), elsewhere)).toMatchObject(unproved);
    const jwk = keys.rsa.publicJwk;
    expect(await verify(await token(badge(issuer), { jwk }))).toMatchObject(unproved);
    const both = { jwk, kid: `${HOME}/key` };
    expect(await verify(await token(badge(issuer), both))).toMatchObject(unproved);
  });

  it("is not the one that a token's own key pretends", async () => {
    const text = await token(badge(didKey), { jwk: keys.rsa.publicJwk });
    expect(await verify(text)).toMatchObject({ verdict: "invalid", issuer: "issuer_fails" });
  });

  it("may wrap the credential as older tokens do, and then must not contradict it", async () => {
    const kid = `${HOME}/keys/1`;
    const documents = { [kid]: JSON.stringify(keys.rsa.publicJwk) };
    const vc = badge(`${HOME}/issuer`);
    const claims = { iss: `${HOME}/issuer`, jti: vc.id, nbf: 1_767_225_600 };
    expect((await verify(await token({ ...claims, vc }, { kid }), documents)).verdict).toBe(
      "valid",
    );
    for (const claim of [{ iss: "other" }, { jti: "other" }, { nbf: 1 }, { exp: 1_700_000_000 }]) {
      const text = await token({ ...claims, ...claim, vc }, { kid });
      expect((await verify(text, documents)).verdict).toBe("invalid");
    }
  });

  it("signs by ES256 too, and never by a shared secret or by none", async () => {
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    const kid = `${HOME}/keys/2`;
    const documents = { [kid]: JSON.stringify(await exportJWK(publicKey)) };
    const bytes = new TextEncoder().encode(JSON.stringify(badge(`${HOME}/issuer`)));
    const text = await new CompactSign(bytes)
      .setProtectedHeader({ alg: "ES256", kid })
      .sign(privateKey);
    expect((await verify(text, documents)).verdict).toBe("valid");
    const secret = await new CompactSign(bytes)
      .setProtectedHeader({ alg: "HS256", kid })
      .sign(Buffer.from(documents[kid] ?? ""));
    expect(await verify(secret, documents)).toMatchObject({ signature: "algorithm_refused" });
  });

  it("without a known proof, key or context stays undecided or fails", async () => {
    const bare = badge(didKey);
    expect(await verify(JSON.stringify(bare))).toMatchObject({ signature: "proof_missing" });
    const old = { ...bare, proof: { type: "Ed25519Signature2020" } };
    expect(await verify(JSON.stringify(old))).toMatchObject({
      ...{ verdict: "undecided", signature: "proof_unsupported" },
    });
    const signed = JSON.parse(await proved(badge(didKey)));
    signed["@context"].push("https://elsewhere.example/context");
    expect(await verify(JSON.stringify(signed))).toMatchObject({ signature: "context_unknown" });
    const unknown = await token(badge("did:example:1"), { kid: "did:example:1#key" });
    expect(await verify(unknown)).toMatchObject({
      verdict: "undecided",
      signature: "key_unusable",
    });
  });

  it("ends with its proof where that ends first", async () => {
    const expires = "2026-02-01T00:00:00Z";
    expect(await verify(await proved(badge(didKey), { expires }))).toMatchObject({
      ...{ verdict: "invalid", signature: "signature_right", dates: "expired" },
    });
  });
});

describe("another issuer's status list", () => {
  const list = `${HOME}/status/1`;
  const entry = (statusPurpose: string) => ({
    ...{ id: `${list}#5`, type: "BitstringStatusListEntry", statusPurpose },
    ...{ statusListIndex: "5", statusListCredential: list },
  });
  const listOf = (statusPurpose: string, bits: number[], change: object = {}) => ({
    "@context": [CREDENTIALS_V2],
    id: list,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: didKey,
    validFrom: "2026-01-01T00:00:00Z",
    credentialSubject: {
      ...{ id: `${list}#list`, type: "BitstringStatusList", statusPurpose },
      encodedList: encodeStatusList(bits),
    },
    ...change,
  });
  const statusOf = async (purpose: string, document: object) => {
    const text = await proved(badge(didKey, { credentialStatus: entry(purpose) }));
    return (await verify(text, { [list]: await proved(document) })).status;
  };

  it("suspends and revokes, each by a list for that", async () => {
    expect(await statusOf("suspension", listOf("suspension", [5]))).toBe("suspended");
    expect(await statusOf("revocation", listOf("revocation", [5]))).toBe("revoked");
    expect(await statusOf("revocation", listOf("revocation", [4, 6]))).toBe("status_good");
    expect(await statusOf("message", listOf("message", [5]))).toBe("status_good");
  });

  it("decides nothing where it is for another purpose, another's, another one or out of date", async () => {
    const unusable = "status_unusable";
    expect(await statusOf("revocation", listOf("suspension", []))).toBe(unusable);
    expect(await statusOf("revocation", listOf("revocation", [], { issuer: "did:key:z1" }))).toBe(
      unusable,
    );
    expect(await statusOf("revocation", listOf("revocation", [], { id: `${HOME}/2` }))).toBe(
      unusable,
    );
    const past = { validUntil: "2026-02-01T00:00:00Z" };
    expect(await statusOf("revocation", listOf("revocation", [], past))).toBe(unusable);
  });

  it("is named where it is of a kind that is not known", async () => {
    const status = { id: `${list}#5`, type: "1EdTechRevocationList" };
    const text = await token(badge(`${HOME}/issuer`, { credentialStatus: status }), {
      kid: `${HOME}/keys/1`,
    });
    const documents = { [`${HOME}/keys/1`]: JSON.stringify(keys.rsa.publicJwk) };
    expect(await verify(text, documents)).toMatchObject({
      ...{ verdict: "undecided", status: "status_unsupported" },
    });
  });
});

describe("a did:web name", () => {
  it.each([
    ["did:web:example.org", "https://example.org/.well-known/did.json"],
    ["did:web:example.org%3A8443", "https://example.org:8443/.well-known/did.json"],
    ["did:web:example.org:people:ada", "https://example.org/people/ada/did.json"],
  ])("%s leads to %s", (did, address) => {
    expect(didWebAddress(did)).toBe(address);
  });

  it.each(["did:web:", "did:web:user@example.org", "did:web:example.org%2Fx", "did:web:a b"])(
    "%s leads nowhere",
    (did) => {
      expect(() => didWebAddress(did)).toThrow();
    },
  );
});
