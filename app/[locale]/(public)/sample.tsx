import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { WorkspaceMessages } from "@/components/workspace/messages";
import { Workspace } from "@/components/workspace/workspace";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listChallenges } from "@/lib/challenges/list-challenges";
import { readChallenge } from "@/lib/challenges/read-challenge";
import { SAMPLE_CHALLENGE } from "@/lib/runs/start-run";

/** A real challenge that can be run without an account; nothing where it is not published. */
export async function Sample() {
  const actor = await currentActor();
  const published = await listChallenges(actor);
  if (!published.some((challenge) => challenge.slug === SAMPLE_CHALLENGE)) return null;
  const challenge = await readChallenge(actor, SAMPLE_CHALLENGE);
  const { code } = challenge;
  if (!code) return null;
  const t = await getTranslations("home");
  const locale = (await getLocale()) as Locale;
  return (
    <section>
      <h2 className="font-semibold text-xl">{t("try")}</h2>
      <p className="mt-1 mb-4 max-w-prose text-muted">
        <Link href={`/challenges/${challenge.slug}`} className="text-accent underline">
          {challenge.title[locale]}
        </Link>
        {locale === "zh" ? "：" : ": "}
        {challenge.summary[locale]} {t("tryLead")}
      </p>
      <WorkspaceMessages>
        <Workspace
          slug={challenge.slug}
          entry={code.entry}
          starter={code.starter[code.entry] ?? ""}
          draft={null}
          signedIn={false}
        />
      </WorkspaceMessages>
    </section>
  );
}
