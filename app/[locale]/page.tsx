import { getTranslations } from "next-intl/server";

export default async function HomePage() {
  const t = await getTranslations("common");
  return (
    <section className="mx-auto max-w-7xl px-4 py-16">
      <h1 className="font-semibold text-3xl">{t("title")}</h1>
      <p className="mt-4 max-w-prose text-muted">{t("lead")}</p>
    </section>
  );
}
