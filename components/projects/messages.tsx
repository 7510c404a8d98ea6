import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The texts that a project's client parts need, and no others. */
export async function ProjectMessages({ children }: { children: ReactNode }) {
  const { form } = (await getMessages()).project;
  return (
    <NextIntlClientProvider messages={{ project: { form } }}>{children}</NextIntlClientProvider>
  );
}
