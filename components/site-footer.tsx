import { getTranslations } from "next-intl/server";

export async function SiteFooter() {
  const t = await getTranslations("common");
  return (
    <footer className="border-line border-t px-4 py-6 text-muted text-sm">
      <p className="mx-auto max-w-7xl">{t("name")}</p>
    </footer>
  );
}
