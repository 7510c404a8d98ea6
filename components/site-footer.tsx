import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";

export async function SiteFooter() {
  const t = await getTranslations("nav");
  const common = await getTranslations("common");
  return (
    <footer className="mt-16 border-line border-t text-muted text-sm">
      <div className="mx-auto flex max-w-7xl flex-wrap gap-x-6 gap-y-2 px-4 py-6">
        <span>{common("name")}</span>
        <span>{t("source")}</span>
        <Link href="/hire" className="hover:text-ink">
          {t("hire")}
        </Link>
        <Link href="/openings" className="hover:text-ink">
          {t("openings")}
        </Link>
        <Link href="/developers" className="hover:text-ink">
          {t("developers")}
        </Link>
        <Link href="/verify-credential" className="hover:text-ink">
          {t("verify")}
        </Link>
      </div>
    </footer>
  );
}
