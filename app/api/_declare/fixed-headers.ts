import { publicUrl } from "@/lib/platform/env";
import { apiHeaders } from "@/lib/platform/security-headers";

/** What every answer of the API carries: it is not stored, not sniffed, not framed. */
export const fixedHeaders = (): Record<string, string> => ({
  ...apiHeaders(publicUrl().startsWith("https:")),
  "cache-control": "no-store",
});
