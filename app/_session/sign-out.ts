"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { endSession } from "./session-cookie";

/** Signs this browser out and goes to the home page. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect(`/${await getLocale()}`);
}
