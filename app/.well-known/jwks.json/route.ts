import { publishJson } from "@/app/_issuer/publish";
import { ownKeySet } from "@/lib/credentials/published-documents";

export const dynamic = "force-dynamic";

/** Every key that verifies what this installation signed. */
export const GET = (request: Request) =>
  publishJson(request, ownKeySet, "application/jwk-set+json");
