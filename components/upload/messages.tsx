import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The texts that sending a file and seeing it judged need, and no others. */
export async function UploadMessages({ children }: { children: ReactNode }) {
  const { upload, challenge, feedback, common } = await getMessages();
  const messages = { upload, challenge, feedback, common: { verdict: common.verdict } };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
