import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The texts that an attempt's client parts need, and no others. */
export async function QuizMessages({ children }: { children: ReactNode }) {
  const { quiz } = await getMessages();
  return <NextIntlClientProvider messages={{ quiz }}>{children}</NextIntlClientProvider>;
}
