"use server";

import type { Theme } from "@/components/theme";
import { keepTheme } from "./theme-cookie";

/** Remembers the theme for this browser; the server renders with it from then on. */
export async function chooseTheme(theme: Theme): Promise<void> {
  await keepTheme(theme);
}
