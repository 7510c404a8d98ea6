import credentialsV1 from "./contexts/credentials-v1.json";
import credentialsV2 from "./contexts/credentials-v2.json";
import dataIntegrityV1 from "./contexts/data-integrity-v1.json";
import dataIntegrityV2 from "./contexts/data-integrity-v2.json";
import multikeyV1 from "./contexts/multikey-v1.json";
import openBadges300 from "./contexts/open-badges-3.0.0.json";
import openBadges301 from "./contexts/open-badges-3.0.1.json";
import openBadges302 from "./contexts/open-badges-3.0.2.json";
import openBadges303 from "./contexts/open-badges-3.0.3.json";
import openBadgesExtensions from "./contexts/open-badges-extensions.json";

export const CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";
export const CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";
export const MULTIKEY_V1 = "https://w3id.org/security/multikey/v1";
export const OPEN_BADGES_V3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

const OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0";

/** Every context that a credential may use, by its address. */
export const BUNDLED_CONTEXTS: ReadonlyMap<string, object> = new Map<string, object>([
  [CREDENTIALS_V1, credentialsV1],
  [CREDENTIALS_V2, credentialsV2],
  ["https://w3id.org/security/data-integrity/v1", dataIntegrityV1],
  ["https://w3id.org/security/data-integrity/v2", dataIntegrityV2],
  [MULTIKEY_V1, multikeyV1],
  [`${OPEN_BADGES}/context.json`, openBadges300],
  [`${OPEN_BADGES}/context-3.0.0.json`, openBadges300],
  [`${OPEN_BADGES}/context-3.0.1.json`, openBadges301],
  [`${OPEN_BADGES}/context-3.0.2.json`, openBadges302],
  [OPEN_BADGES_V3, openBadges303],
  [`${OPEN_BADGES}/extensions.json`, openBadgesExtensions],
]);
