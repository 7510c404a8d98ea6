import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { CandidateMessages } from "@/components/candidates/candidate-messages";
import { ProfileEditor } from "@/components/candidates/editor/profile-editor";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { named } from "@/lib/candidates/code-names";
import { COUNTRIES, CURRENCIES, SPOKEN } from "@/lib/candidates/places";
import { readOwnCandidate } from "@/lib/candidates/read-own-candidate";
import { candidateAction } from "./actions";
import { Heading } from "./heading";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("candidate"))("title") };
}

export default async function CandidatePage({ params }: Props) {
  const { locale } = await params;
  const own = await readOwnCandidate(await requireSignIn("/candidate"));
  const t = await getTranslations("candidate");
  const { fields, skills, discoverability, isNew } = own;
  return (
    <>
      <Heading title={t("profile.title")} lead={t("profile.lead")}>
        <Link href="/candidate/import" className={buttonClass("secondary")}>
          {t("profile.import")}
        </Link>
        {isNew ? null : (
          <Link href="/candidate/print" className={buttonClass("secondary")}>
            {t("profile.export")}
          </Link>
        )}
      </Heading>
      <Alert tone={discoverability === "nobody" ? "info" : "good"}>
        {t(`standing.${discoverability}`)}{" "}
        <Link href="/candidate/consent" className="text-accent underline">
          {t("profile.toConsent")}
        </Link>
      </Alert>
      <CandidateMessages>
        <ProfileEditor
          action={candidateAction}
          summary={t("summary")}
          locale={locale}
          profile={{ ...fields, salaryWish: fields.salaryWish?.toString() ?? "" }}
          options={{
            countries: named(COUNTRIES, "region", locale),
            languages: named(SPOKEN, "language", locale),
            currencies: named(CURRENCIES, "currency", locale),
            skills: skills.map(({ slug, title }) => ({ value: slug, label: title[locale] })),
          }}
        />
      </CandidateMessages>
    </>
  );
}
