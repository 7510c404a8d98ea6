import { signIn } from "@/lib/accounts/sign-in";
import { signUp } from "@/lib/accounts/sign-up";
import type { Actor, UserActor } from "@/lib/auth/actor";
import { actorOfSession } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";

export const PASSWORD = "granite streak assay 47";
export const OTHER_PASSWORD = "basalt ledger comet 91";

let addresses = 0;

/** A visitor at an address of his own. */
export const visitor = (): Actor => {
  addresses += 1;
  return { kind: "visitor", address: `198.51.100.${addresses}` };
};

/** Signs up with PASSWORD and signs in, as a person does; the address is not confirmed yet. */
export async function openAccount(email: string) {
  await signUp(visitor(), { email, name: "A Person", password: PASSWORD, locale: "en" });
  const session = await signIn(visitor(), { email, password: PASSWORD });
  return { ...session, actor: (await actorOfSession(session)) as UserActor };
}

/** The secret of the link in the newest letter to the address. */
export async function mailedSecret(recipient: string): Promise<string> {
  const { text } = await db().mailMessage.findFirstOrThrow({
    where: { recipient },
    orderBy: { id: "desc" },
  });
  return /token=([\w-]+)/.exec(text)?.[1] ?? "";
}
