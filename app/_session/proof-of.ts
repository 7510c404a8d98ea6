import type { Proof } from "@/lib/accounts/confirm-person";
import { currentLeaver, currentSession } from "./current-actor";

/** The password a form asked for again, and when this browser signed in. */
export async function proofOf(form: FormData): Promise<Proof> {
  const signedInAt = ((await currentSession()) ?? (await currentLeaver()))?.claims.signedInAt ?? 0;
  return { password: String(form.get("password") ?? ""), signedInAt };
}
