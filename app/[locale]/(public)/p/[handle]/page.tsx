import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { orNotFound } from "@/app/_session/or-not-found";
import { PrintButton } from "@/components/ui/print-button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { publicUrl } from "@/lib/platform/env";
import { type PublicProfile, readPublicProfile } from "@/lib/profiles/read-public-profile";
import { ShownCredentials } from "./shown-credentials";
import { ShownSkills } from "./shown-skills";

type Props = { params: Promise<{ handle: string; locale: Locale }> };

/** Read once a request, and anew with every request: switched off, it is gone at once. */
const profileAt = cache((handle: string): Promise<PublicProfile> => readPublicProfile(handle));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, locale } = await params;
  const { displayName, headline, indexed, languages } = await orNotFound(profileAt(handle));
  const t = await getTranslations("profile.page");
  const description = headline[locale] || t("description", { name: displayName });
  const url = (language: string) => `${publicUrl()}/${language}/p/${handle}`;
  const image = {
    url: `${url(locale)}/image`,
    ...{ width: 1200, height: 630, alt: t("image", { name: displayName }) },
  };
  return {
    title: { absolute: displayName },
    description,
    robots: { index: indexed, follow: indexed },
    alternates: {
      canonical: url(locale),
      languages: Object.fromEntries(languages.map((language) => [language, url(language)])),
    },
    openGraph: {
      type: "profile",
      title: displayName,
      description,
      url: url(locale),
      images: [image],
    },
    twitter: { card: "summary_large_image", title: displayName, description, images: [image] },
  };
}

export default async function ProfilePage({ params }: Props) {
  const { handle, locale } = await params;
  const profile = await orNotFound(profileAt(handle));
  const [first] = profile.languages;
  if (first && !profile.languages.includes(locale)) redirect(`/${first}/p/${handle}`);
  const t = await getTranslations("profile.page");
  return (
    <article className="mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-8 px-4 py-10 print:max-w-none print:gap-5 print:p-0">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="break-words font-semibold text-3xl tracking-tight">
            {profile.displayName}
          </h1>
          {profile.headline[locale] ? (
            <p className="mt-1 break-words text-lg text-muted">{profile.headline[locale]}</p>
          ) : null}
        </div>
        <PrintButton label={t("print")} />
      </header>
      <ShownSkills skills={profile.skills} locale={locale} />
      <ShownCredentials credentials={profile.credentials} locale={locale} />
      <footer className="flex flex-wrap gap-x-4 gap-y-1 border-line border-t pt-4 text-muted text-sm">
        <span>{t("source", { host: new URL(publicUrl()).host })}</span>
        <Link href="/method" className="text-accent underline">
          {t("method")}
        </Link>
        <span className="hidden break-all print:inline">{`${publicUrl()}/p/${handle}`}</span>
      </footer>
    </article>
  );
}
