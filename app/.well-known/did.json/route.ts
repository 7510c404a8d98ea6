import { publishJson } from "@/app/_issuer/publish";
import { ownDidDocument } from "@/lib/credentials/published-documents";

export const dynamic = "force-dynamic";

/** The document behind the installation's did:web name. */
export const GET = (request: Request) =>
  publishJson(request, ownDidDocument, "application/did+json");
