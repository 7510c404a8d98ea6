import { DECLARATIONS } from "@/app/api/_declarations";
import { methods } from "@/app/api/_declare/methods";
import { openApiDocument } from "@/app/api/_declare/openapi";

const document = JSON.stringify(openApiDocument(DECLARATIONS, "/api/v1"));

/** The OpenAPI 3.1 document of this API. */
const read = async () =>
  new Response(document, { headers: { "content-type": "application/json; charset=utf-8" } });

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: read });
