import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { FactList } from "@/components/ui/fact-list";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import { type OwnOrganisation, readOrganisation } from "@/lib/organisations/read-organisation";
import { partsFor } from "./parts";

type Props = { params: Promise<{ organisation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations"))("title") };
}

export default async function OrganisationPage({ params }: Props) {
  const { organisation: slug } = await params;
  const actor = await requireSignIn(`/hire/${slug}`);
  const organisation = await orNotFound(readOrganisation(actor, slug));
  const t = await getTranslations("organisations");
  const { name, about, status, role } = organisation;
  return (
    <Page title={name}>
      <div className="grid gap-8">
        {status === "unverified" ? <Unverified slug={slug} owner={role === "owner"} /> : null}
        <Facts organisation={organisation} />
        {about ? <p className="max-w-prose whitespace-pre-line break-words">{about}</p> : null}
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {partsFor(role)
            .filter(({ key }) => key !== "overview")
            .map(({ path, key }) => (
              <li key={key}>
                <Link
                  href={`/hire/${slug}${path}`}
                  className="block h-full rounded-lg border border-line bg-raised p-4 hover:bg-surface"
                >
                  <span className="font-medium">{t(`nav.${key}`)}</span>
                  <span className="mt-1 block text-muted text-sm">{t(`leads.${key}`)}</span>
                </Link>
              </li>
            ))}
        </ul>
      </div>
    </Page>
  );
}

async function Unverified({ slug, owner }: { slug: string; owner: boolean }) {
  const t = await getTranslations("organisations");
  return (
    <Alert tone="warn" title={t("unverified.title")}>
      <p className="mt-1 text-sm">{t("unverified.text")}</p>
      {owner ? (
        <Link
          href={`/hire/${slug}/settings#verification`}
          className={buttonClass("secondary", "mt-3")}
        >
          {t("unverified.verify")}
        </Link>
      ) : null}
    </Alert>
  );
}

async function Facts({ organisation }: { organisation: OwnOrganisation }) {
  const t = await getTranslations("organisations");
  const format = await getFormatter();
  const { role, status, domain, verifiedAt, website, blind, requiresTotp } = organisation;
  const verified = verifiedAt && format.dateTime(verifiedAt, { dateStyle: "medium" });
  return (
    <div className="max-w-xl">
      <FactList
        facts={[
          [t("facts.role"), t(`roles.${role}`)],
          [t("facts.status"), t(`status.${status}`) + (verified ? ` · ${verified}` : "")],
          ...(domain ? [[t("facts.domain"), domain] as const] : []),
          ...(website ? [[t("facts.website"), website] as const] : []),
          [t("facts.blind"), t(blind ? "yes" : "no")],
          [t("facts.totp"), t(requiresTotp ? "yes" : "no")],
        ]}
      />
    </div>
  );
}
