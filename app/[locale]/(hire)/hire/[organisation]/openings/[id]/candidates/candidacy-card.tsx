import { getFormatter, getTranslations } from "next-intl/server";
import { roundedBand } from "@/components/skills/rounded-band";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { ListedCandidacy } from "@/lib/hiring/list-candidacies";

type Props = { candidacy: ListedCandidacy; href: string; locale: Locale };

const MOST_SKILLS = 4;

/** One glance: who, since when, what is proven and what is new. */
export async function CandidacyCard({ candidacy, href, locale }: Props) {
  const t = await getTranslations("hiring");
  const format = await getFormatter();
  const { candidate, createdAt, unread, invitation } = candidacy;
  const { name, masked, texts, skills } = candidate;
  const text = texts[locale] ?? texts.en ?? texts.zh;
  const proven = skills.filter(({ band }) => band !== null).slice(0, MOST_SKILLS);
  return (
    <li className="grid min-w-0 content-start gap-2 rounded-lg border border-line bg-raised p-4">
      <p className="min-w-0 break-words">
        <Link href={href} className="font-medium underline">
          {name}
        </Link>
        {masked ? <span className="ml-2 text-muted text-sm">{t("masked")}</span> : null}
      </p>
      {text?.headline ? <p className="break-words text-sm">{text.headline}</p> : null}
      <ul className="grid gap-0.5 text-sm">
        {proven.map(({ slug, title, band }) =>
          band ? (
            <li key={slug} className="flex flex-wrap justify-between gap-x-3">
              <span className="min-w-0 break-words">{title[locale]}</span>
              <span className="text-muted tabular-nums">{t("proven", roundedBand(band))}</span>
            </li>
          ) : null,
        )}
      </ul>
      <p className="flex flex-wrap gap-x-3 text-muted text-sm">
        <span>{t("since", { date: format.dateTime(createdAt, { dateStyle: "medium" }) })}</span>
        <span>{t(`lastActive.${candidate.lastActive}`)}</span>
        {invitation ? (
          <span>
            {t("invite.title")}: {t(`invite.states.${invitation}`)}
          </span>
        ) : null}
        {unread > 0 ? <strong className="text-ink">{t("unread", { n: unread })}</strong> : null}
      </p>
    </li>
  );
}
