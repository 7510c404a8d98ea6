import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { UserActor } from "@/lib/auth/actor";
import { isAuthor } from "@/lib/auth/policies";
import { currentActor } from "./current-actor";

/** The signed-in person; visitors go to the sign-in page and come back. @param path without locale */
export async function requireSignIn(path: string): Promise<UserActor> {
  const actor = await currentActor();
  if (actor.kind === "user") return actor;
  const locale = await getLocale();
  redirect(`/${locale}/sign-in?next=${encodeURIComponent(`/${locale}${path}`)}`);
}

/** The member of staff who looks at the page; for everybody else the page does not exist. */
export async function requireStaffPage(): Promise<UserActor> {
  const actor = await currentActor();
  if (actor.kind !== "user" || !isAuthor(actor)) notFound();
  return actor;
}
