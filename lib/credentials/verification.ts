import type { Fetched } from "@/lib/platform/guarded-fetch";

export const CHECKS = [
  ...(["parse", "schema", "signature", "issuer", "status", "dates", "subject"] as const),
] as const;
export type CheckName = (typeof CHECKS)[number];

/** Unknown is what could not be found out, e.g. since a server did not answer. */
export type CheckState = "holds" | "fails" | "unknown";

/** One thing that was looked at. The code keys a message in messages/<locale>/verify.json. */
export type Check = {
  name: CheckName;
  state: CheckState;
  code: string;
  params: Record<string, string>;
};

/** Reads a document by its address. Throws FetchError. */
export type Read = (url: string) => Promise<Fetched>;

export const check = (
  name: CheckName,
  state: CheckState,
  code: string,
  params: Record<string, string> = {},
): Check => ({ name, state, code, params });
