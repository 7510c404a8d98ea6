import { cookies } from "next/headers";
import { z } from "zod";
import { THEMES, type Theme } from "@/components/theme";
import { usesHttps } from "./session-cookie";

const NAME = "theme";
const YEAR_SECONDS = 365 * 24 * 60 * 60;
const themeSchema = z.enum(THEMES).catch("system");

/** The theme this browser chose; the device's where it chose none. */
export const chosenTheme = async (): Promise<Theme> =>
  themeSchema.parse((await cookies()).get(NAME)?.value);

/** Keeps the choice for a year. Anything that is no theme counts as the device's. */
export async function keepTheme(chosen: unknown): Promise<void> {
  const jar = await cookies();
  const theme = themeSchema.parse(chosen);
  if (theme === "system") jar.delete(NAME);
  else {
    const options = { path: "/", sameSite: "lax", secure: usesHttps() } as const;
    jar.set(NAME, theme, { ...options, maxAge: YEAR_SECONDS });
  }
}
