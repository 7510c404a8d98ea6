import { createHmac } from "node:crypto";
import { secrets } from "@/lib/platform/secrets";

/**
 * The seed of a grading's hidden data, of what an attempt at a quiz or an orientation asks, of a season's data, or of
 * who reviews whom: an HMAC under the installation's secret, since content is public with the
 * repository. Revealed only to those who may replay.
 */
export const seedOf = (
  kind: "submission" | "run" | "attempt" | "season" | "round" | "orientation",
  id: string,
): string => createHmac("sha256", secrets().seedSecret).update(`${kind}:${id}`).digest("hex");
