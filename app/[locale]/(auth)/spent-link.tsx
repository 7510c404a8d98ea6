import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/i18n/navigation";

/** Stands where a mailed link has been used, has expired or is broken. */
export async function SpentLink() {
  const t = await getTranslations("auth.spent");
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("title")}</h1>
      <Alert tone="warn">{t("text")}</Alert>
      <p>
        <Link href="/" className="underline">
          {t("home")}
        </Link>
      </p>
    </>
  );
}
