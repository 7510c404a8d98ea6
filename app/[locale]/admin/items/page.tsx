import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { FEW } from "@/lib/calibration/item-concerns";
import { ITEM_COLUMNS, sortedItems } from "@/lib/calibration/item-order";
import { listItems } from "@/lib/calibration/list-items";
import { ItemTable } from "./item-table";

const query = z.object({
  sort: z.enum(ITEM_COLUMNS).catch("concerns"),
  show: z.enum(["all", "look"]).catch("all"),
});

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.items"))("title") };
}

export default async function ItemsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { sort, show } = query.parse(await searchParams);
  const list = await orNotFound(listItems(await currentActor()));
  const { items, computedAt, inUse } = list;
  const t = await getTranslations("admin.items");
  const format = await getFormatter();
  const toLook = items.filter(({ concerns }) => concerns.length > 0);
  const shown = sortedItems(show === "look" ? toLook : items, sort, locale);
  const hasCalibration = items.some(({ calibrated }) => calibrated?.isMoved);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <p className="mb-4 text-muted text-sm">
        {computedAt
          ? t("computed", {
              at: format.dateTime(new Date(computedAt), {
                dateStyle: "medium",
                timeStyle: "short",
              }),
            })
          : t("never")}{" "}
        {hasCalibration ? t(inUse ? "used" : "unused") : null} {t("fewNote", { n: FEW })}
      </p>
      <nav aria-label={t("show")} className="mb-4 flex flex-wrap gap-2">
        {(["all", "look"] as const).map((one) => (
          <Link
            key={one}
            href={{ pathname: "/admin/items", query: { sort, show: one } }}
            aria-current={show === one ? "page" : undefined}
            className="inline-flex min-h-9 items-center rounded-md border border-edge px-3 text-sm aria-[current]:border-accent aria-[current]:bg-accent-soft"
          >
            {one === "all" ? t("all") : t("look", { n: toLook.length })}
          </Link>
        ))}
      </nav>
      {shown.length === 0 ? (
        <EmptyNote>{t(items.length === 0 ? "empty" : "none")}</EmptyNote>
      ) : (
        <ItemTable items={shown} sort={sort} show={show} locale={locale} />
      )}
    </Page>
  );
}
