import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readImport } from "@/lib/candidates/read-import";
import { Heading } from "../../heading";
import { LookAgain } from "./look-again";
import { Proposal } from "./proposal";

type Props = { params: Promise<{ id: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("candidate.import"))("title") };
}

export default async function OneImportPage({ params }: Props) {
  const { id, locale } = await params;
  const actor = await requireSignIn(`/candidate/import/${id}`);
  const read = await orNotFound(readImport(actor, id));
  const t = await getTranslations("candidate.import");
  const { status, error } = read;
  return (
    <>
      <Heading
        title={t(status === "proposed" ? "proposal" : "title")}
        {...(status === "proposed" && { lead: t("proposalLead") })}
      />
      {status === "waiting" ? (
        <Alert role="status">
          {t("waiting")} <LookAgain href={`/candidate/import/${id}`} label={t("again")} />
        </Alert>
      ) : null}
      {status === "failed" ? (
        <Alert tone="bad" role="alert" title={t("failed")}>
          {t(`error.${error ?? "broken"}`)}
        </Alert>
      ) : null}
      {status === "settled" ? <Alert tone="good">{t("settled")}</Alert> : null}
      {status === "proposed" ? <Proposal read={read} locale={locale} /> : null}
      {status === "proposed" || status === "waiting" ? null : (
        <p className="flex flex-wrap gap-2">
          <Link href="/candidate/import" className={buttonClass("secondary")}>
            {t("back")}
          </Link>
          <Link href="/candidate" className={buttonClass("secondary")}>
            {t("toProfile")}
          </Link>
        </p>
      )}
    </>
  );
}
