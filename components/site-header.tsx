import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";

export async function SiteHeader() {
  const t = await getTranslations("common");
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex h-14 max-w-7xl items-center px-4">
        <Link href="/" className="font-semibold">
          {t("name")}
        </Link>
      </div>
    </header>
  );
}
