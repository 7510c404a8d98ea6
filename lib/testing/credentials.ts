import { type BuildInput, buildCredential } from "@/lib/credentials/build-credential";
import { buildStatusList } from "@/lib/credentials/build-status-list";
import { didDocument } from "@/lib/credentials/did-document";
import { issuerAt, statusAddress } from "@/lib/credentials/issuer";
import { signDataIntegrity } from "@/lib/credentials/sign-data-integrity";
import { signJwt } from "@/lib/credentials/sign-jwt";
import { makeSigningKey, type PublishedKey, type SigningKey } from "@/lib/credentials/signing-key";
import type { Read } from "@/lib/credentials/verification";
import { FetchError } from "@/lib/platform/guarded-fetch";

export const ISSUER = issuerAt("https://skills.example.org");
export const NOW = new Date("2026-03-01T12:00:00Z");

/** What one achievement, with one skill's band, is issued from. */
export const badgeInput = (change: Partial<BuildInput> = {}): BuildInput => ({
  id: "0190c0de-0000-7000-8000-000000000001",
  issuer: ISSUER,
  locale: "en",
  holder: {
    id: "urn:uuid:2f1c9a3e-1b7b-4a57-9d7d-0f2d6a1c4b10",
    name: "Ada Example",
    email: "ada@example.org",
    salt: "0123456789abcdef",
  },
  achievement: {
    slug: "attention",
    level: "proficient",
    title: { en: "Attention", zh: "注意力机制" },
    description: { en: "Builds attention from scratch.", zh: "从零实现注意力。" },
    criteria: { en: "At least eight graded pieces.", zh: "至少八件评分作品。" },
  },
  estimates: [
    {
      skill: "attention",
      title: { en: "Attention", zh: "注意力机制" },
      ...{ level: "proficient", mean: 71.2, low: 64.4, high: 78.1, probability: 0.97, cut: 60 },
    },
  ],
  evidence: [{ url: "https://skills.example.org/en/submissions/1", name: "Multi-head attention" }],
  status: { list: 1, index: 42 },
  validFrom: new Date("2026-02-01T00:00:00Z"),
  validUntil: new Date("2028-02-01T00:00:00Z"),
  ...change,
});

export type TestKeys = { ed25519: SigningKey; rsa: SigningKey };

export const testKeys = async (): Promise<TestKeys> => ({
  ed25519: await makeSigningKey("Ed25519"),
  rsa: await makeSigningKey("RS256"),
});

/** One badge in the three signed forms. */
export async function signedBadge({ ed25519, rsa }: TestKeys, change: Partial<BuildInput> = {}) {
  const document = buildCredential(badgeInput(change));
  return {
    document,
    json: JSON.stringify(await signDataIntegrity(document, ISSUER, ed25519, NOW)),
    eddsa: await signJwt(document, ISSUER, ed25519),
    rs256: await signJwt(document, ISSUER, rsa),
  };
}

/** An internet that holds these documents and nothing else. */
export const reading =
  (documents: Record<string, string>): Read =>
  async (url) => {
    const text = documents[url];
    if (text === undefined) throw new FetchError("unreachable");
    return { bytes: Buffer.from(text), contentType: "application/json" };
  };

/** What the test's issuer publishes. */
export async function publishedBy(
  keys: PublishedKey[],
  signer: SigningKey,
  revoked: number[] = [],
): Promise<Record<string, string>> {
  const list = buildStatusList({ issuer: ISSUER, list: 1, revoked, at: NOW });
  const signed = await signDataIntegrity(list, ISSUER, signer, NOW);
  return {
    "https://skills.example.org/.well-known/did.json": JSON.stringify(
      await didDocument(ISSUER, keys),
    ),
    [statusAddress(ISSUER, 1)]: JSON.stringify(signed),
  };
}
