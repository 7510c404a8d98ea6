import { sessionCookieName } from "@/app/_session/session-cookie";
import { openApiDocument } from "../_declare/openapi";
import { DECLARATIONS } from ".";

let known: ReturnType<typeof openApiDocument> | undefined;

/** The OpenAPI document of this installation's /api/v1, made once: settings are not known earlier. */
export function apiDocument() {
  known ??= openApiDocument(DECLARATIONS, "/api/v1", sessionCookieName());
  return known;
}
