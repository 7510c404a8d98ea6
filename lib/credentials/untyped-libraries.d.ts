/** What is used of libraries that come without types. */

type RemoteDocument = { contextUrl: null; documentUrl: string; document: object };
type DocumentLoader = (url: string) => Promise<RemoteDocument>;

declare module "@digitalbazaar/data-integrity" {
  type Signer = {
    id: string;
    algorithm: string;
    sign(input: { data: Uint8Array }): Promise<Uint8Array>;
  };
  export class DataIntegrityProof {
    constructor(options: { signer?: Signer; date?: Date | string; cryptosuite: object });
  }
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: object;
}

declare module "@digitalbazaar/ed25519-multikey" {
  type Exported = { publicKeyMultibase: string };
  type KeyPair = { export(options: { publicKey: boolean }): Promise<Exported> };
  export function fromJwk(options: { jwk: object }): Promise<KeyPair>;
  export function from(key: object): Promise<KeyPair>;
  export function toJwk(options: { keyPair: KeyPair }): Promise<{
    kty: "OKP";
    crv: "Ed25519";
    x: string;
  }>;
}

declare module "jsonld-signatures" {
  type Outcome = { verified: boolean; error?: Error & { errors?: Error[] }; results?: unknown[] };
  type Options = { suite: object; purpose: object; documentLoader: DocumentLoader };
  const api: {
    sign(document: object, options: Options): Promise<Record<string, unknown>>;
    verify(document: object, options: Options): Promise<Outcome>;
    purposes: {
      AssertionProofPurpose: new (options?: { controller?: object }) => object;
    };
  };
  export default api;
}

declare module "@digitalbazaar/vc-bitstring-status-list" {
  type StatusList = { getStatus(index: number): boolean };
  export function decodeList(options: { encodedList: string }): Promise<StatusList>;
}
