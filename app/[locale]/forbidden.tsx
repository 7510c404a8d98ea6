import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

/** For what another account may see; what nobody may know of is not found instead. */
export default async function Forbidden() {
  const t = await getTranslations("common.forbidden");
  return (
    <div className="mx-auto grid max-w-xl gap-4 px-4 py-24">
      <h1 className="font-semibold text-2xl">{t("title")}</h1>
      <p className="text-muted">{t("text")}</p>
      <Link href="/account" className={buttonClass("secondary", "justify-self-start")}>
        {t("account")}
      </Link>
    </div>
  );
}
