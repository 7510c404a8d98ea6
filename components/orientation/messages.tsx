import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The texts that an orientation's client parts need, and no others. */
export async function OrientationMessages({ children }: { children: ReactNode }) {
  const { orientation, quiz } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ orientation, quiz }}>{children}</NextIntlClientProvider>
  );
}
