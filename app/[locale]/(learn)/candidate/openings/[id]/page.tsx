import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { OwnFit } from "@/components/roles/own-fit";
import { RolePath } from "@/components/roles/role-path";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readOwnRank } from "@/lib/matching/rankings/read-own-rank";
import { titleIn } from "@/lib/openings/opening-texts";
import { Heading } from "../../heading";
import { Rank } from "../../rank";

type Props = { params: Promise<{ id: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("own.whyTitle") };
}

export default async function OwnRankPage({ params }: Props) {
  const { id, locale } = await params;
  const actor = await requireSignIn(`/candidate/openings/${id}`);
  const found = await orNotFound(readOwnRank(actor, id));
  const t = await getTranslations("matching");
  return (
    <>
      <Heading title={titleIn(found.opening, locale)} lead={found.opening.organisation}>
        {found.public ? (
          <Link href={`/openings/${id}`} className="text-accent underline">
            {t("own.toOpening")}
          </Link>
        ) : null}
      </Heading>
      {found.concerned && !found.rank ? <Alert>{t("own.notRanked")}</Alert> : null}
      {found.concerned && found.rank ? (
        <Rank
          placed={found.rank}
          raises={found.raises}
          organisation={found.opening.organisation}
          locale={locale}
        />
      ) : null}
      <OwnFit own={found.fit} locale={locale} />
      <RolePath path={found.fit.path} locale={locale} />
    </>
  );
}
