import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The texts that the workspace's client parts need, and no others. */
export async function WorkspaceMessages({ children }: { children: ReactNode }) {
  const { challenge, feedback, common } = await getMessages();
  const messages = { challenge, feedback, common: { verdict: common.verdict } };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
