import { apiDocument } from "@/app/api/_declarations/document";
import { fixedHeaders } from "@/app/api/_declare/fixed-headers";
import { methods } from "@/app/api/_declare/methods";

/** The OpenAPI 3.1 document of this API. */
const read = async () => Response.json(apiDocument(), { headers: fixedHeaders() });

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ GET: read });
