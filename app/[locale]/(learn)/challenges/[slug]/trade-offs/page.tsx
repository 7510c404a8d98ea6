import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { TradeOffView } from "@/components/trade-off-view";
import { Page } from "@/components/ui/page";
import type { Locale } from "@/i18n/routing";
import { readChallenge } from "@/lib/challenges/read-challenge";
import { readTradeOffs } from "@/lib/models/read-trade-offs";

type Props = { params: Promise<{ slug: string; locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  const { title } = await orNotFound(readChallenge(await currentActor(), slug));
  return { title: (await getTranslations("model.tradeOffs"))("title", { title: title[locale] }) };
}

export default async function TradeOffsPage({ params }: Props) {
  const { slug, locale } = await params;
  const actor = await currentActor();
  const { title } = await orNotFound(readChallenge(actor, slug));
  const tradeOffs = await orNotFound(readTradeOffs(actor, slug));
  const t = await getTranslations("model.tradeOffs");
  return (
    <Page title={t("title", { title: title[locale] })} lead={t("lead")}>
      <TradeOffView tradeOffs={tradeOffs} />
    </Page>
  );
}
