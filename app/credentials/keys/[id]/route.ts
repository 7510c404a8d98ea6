import { publishJson } from "@/app/_issuer/publish";
import { ownKey } from "@/lib/credentials/published-documents";

type Context = { params: Promise<{ id: string }> };

/** The key that a token's `kid` names. */
export const GET = (request: Request, { params }: Context) =>
  publishJson(request, async () => ownKey((await params).id), "application/jwk+json");
