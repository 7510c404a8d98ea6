import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The texts that a candidate's client parts need, and no others. */
export async function CandidateMessages({ children }: { children: ReactNode }) {
  const { candidate } = await getMessages();
  return <NextIntlClientProvider messages={{ candidate }}>{children}</NextIntlClientProvider>;
}
