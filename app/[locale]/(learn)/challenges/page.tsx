import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { Page } from "@/components/ui/page";
import { StateMark } from "@/components/ui/state-mark";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listChallenges } from "@/lib/challenges/list-challenges";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("track"))("challengesTitle") };
}

/** Difficulty is on the scale of ability; three words do for a list. */
const levelOf = (difficulty: number) => (difficulty < -0.7 ? "0" : difficulty < 0.5 ? "1" : "2");

export default async function ChallengesPage() {
  const t = await getTranslations("track");
  const common = await getTranslations("common");
  const locale = (await getLocale()) as Locale;
  const challenges = await listChallenges(await currentActor());
  return (
    <Page title={t("challengesTitle")} lead={t("challengesLead")}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {challenges.map((challenge) => (
          <li
            key={challenge.slug}
            className="relative grid gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface grid-cols-[auto_auto_1fr] sm:grid-cols-[1fr_6rem_5rem_7rem] sm:items-center"
          >
            <div className="col-span-3 sm:col-span-1">
              <Link
                href={`/challenges/${challenge.slug}`}
                className="font-medium after:absolute after:inset-0"
              >
                {challenge.title[locale]}
              </Link>
              <p className="text-muted text-sm">{challenge.summary[locale]}</p>
            </div>
            <span className="text-muted text-sm">
              {t(`level.${levelOf(challenge.difficulty)}`)}
            </span>
            <span className="text-muted text-sm tabular-nums">
              {common("minutes", { n: challenge.minutes })}
            </span>
            <StateMark state={challenge.state} label={common(`state.${challenge.state}`)} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
