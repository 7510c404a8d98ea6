import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Markdown } from "@/components/markdown";
import type { Locale } from "@/i18n/routing";
import { readMethod } from "@/lib/skills/read-method";
import { LiveFigures } from "./live-figures";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("skill.methodPage"))("title") };
}

export default async function MethodPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("skill.methodPage");
  const { text, model, live } = await readMethod(locale);
  return (
    <article className="mx-auto w-full max-w-3xl px-4 py-10">
      <h1 className="font-semibold text-3xl tracking-tight">{t("title")}</h1>
      <p className="mt-2 mb-8 text-muted">{t("lead")}</p>
      <Markdown text={text} className="text-base leading-7" />
      <LiveFigures live={live} />
      <p className="mt-8 break-all border-line border-t pt-4 text-muted text-sm">
        {t("live", { model })}
      </p>
    </article>
  );
}
