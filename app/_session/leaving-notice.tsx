import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import { currentLeaver } from "./current-actor";

/** Tells a person who asked to be erased when that is, on every page, and leads to the way back. */
export async function LeavingNotice() {
  const leaver = await currentLeaver();
  if (!leaver) return null;
  const t = await getTranslations("account.leaving");
  const date = (await getFormatter()).dateTime(leaver.eraseAt, { dateStyle: "long" });
  return (
    <p role="status" className="border-warn border-b bg-warn-soft px-4 py-2 text-center">
      {t("notice", { date })}{" "}
      <Link href="/leaving" className="underline">
        {t("open")}
      </Link>
    </p>
  );
}
