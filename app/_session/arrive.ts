import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { SessionClaims } from "@/lib/auth/session";
import { SecondFactorNeeded } from "@/lib/second-factor/second-factor-needed";
import { rememberDevice } from "./device-cookie";
import { keepFirstFactor } from "./first-factor-cookie";
import { startSession } from "./session-cookie";

type Arrived = SessionClaims & { device?: string };

/** Signs this browser in and goes to `path`, by way of the second factor where there is one. */
export async function arrive(signIn: () => Promise<Arrived>, path: string): Promise<never> {
  try {
    const arrived = await signIn();
    await startSession(arrived);
    if (arrived.device) await rememberDevice(arrived.device);
  } catch (error) {
    if (!(error instanceof SecondFactorNeeded)) throw error;
    await keepFirstFactor(error.claims);
    redirect(`/${await getLocale()}/sign-in/code?next=${encodeURIComponent(path)}`);
  }
  redirect(path);
}
