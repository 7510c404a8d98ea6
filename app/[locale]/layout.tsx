import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseTheme } from "@/app/_session/choose-theme";
import { currentActor } from "@/app/_session/current-actor";
import { LeavingNotice } from "@/app/_session/leaving-notice";
import { chosenTheme } from "@/app/_session/theme-cookie";
import { OfflineNotice } from "@/components/offline-notice";
import { ServiceWorker } from "@/components/service-worker";
import { SiteFooter } from "@/components/site-footer";
import { SiteHeader } from "@/components/site-header";
import { routing } from "@/i18n/routing";
import "../globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "common" });
  return { title: { default: t("title"), template: `%s · ${t("name")}` }, description: t("lead") };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  // Reading the headers makes every page dynamic: a nonce must never be cached.
  await headers();
  const theme = await chosenTheme();
  const t = await getTranslations("nav");
  const common = await getTranslations("common");
  return (
    <html
      lang={locale === "zh" ? "zh-Hans" : "en"}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-3"
        >
          {t("skip")}
        </a>
        <NextIntlClientProvider messages={null}>
          <SiteHeader actor={await currentActor()} theme={theme} onTheme={chooseTheme} />
          <ServiceWorker />
          <OfflineNotice text={common("offline")} />
          <LeavingNotice />
          <main id="main" className="flex-1">
            {children}
          </main>
          <SiteFooter />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
