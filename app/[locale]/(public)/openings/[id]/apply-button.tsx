import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

type Props = { opening: { id: string; applied: boolean }; signedIn: boolean; locale: string };

/** The one act of an opening's page. */
export async function ApplyButton({ opening, signedIn, locale }: Props) {
  const t = await getTranslations("openings");
  const path = `/openings/${opening.id}/apply`;
  if (opening.applied) {
    return (
      <p className="grid gap-2">
        {t("applied")}
        <Link href="/candidate/applications" className={buttonClass("secondary")}>
          {t("toApplications")}
        </Link>
      </p>
    );
  }
  return (
    <Link
      href={signedIn ? path : { pathname: "/sign-in", query: { next: `/${locale}${path}` } }}
      className={buttonClass()}
    >
      {t(signedIn ? "apply" : "signInToApply")}
    </Link>
  );
}
