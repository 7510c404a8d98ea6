import { cookies } from "next/headers";
import { cookieOptions, usesHttps } from "./session-cookie";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const deviceCookieName = () =>
  usesHttps() ? "__Secure-touchstone.device" : "touchstone.device";

/** Keeps the mark of a browser that has signed in, so that strangers cannot slow its sign-ins. */
export async function rememberDevice(mark: string): Promise<void> {
  (await cookies()).set(deviceCookieName(), mark, { ...cookieOptions(), maxAge: YEAR_SECONDS });
}
