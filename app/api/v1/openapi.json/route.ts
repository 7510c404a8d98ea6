import { DECLARATIONS } from "@/app/api/_declarations";
import { openApiDocument } from "@/app/api/_declare/openapi";

const document = JSON.stringify(openApiDocument(DECLARATIONS, "/api/v1"));

/** The OpenAPI 3.1 document of this API. */
export const GET = () =>
  new Response(document, { headers: { "content-type": "application/json; charset=utf-8" } });
