import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { Markdown } from "@/components/markdown";
import { Hints } from "@/components/workspace/hints";
import { WorkspaceMessages } from "@/components/workspace/messages";
import { Workspace } from "@/components/workspace/workspace";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readDraft } from "@/lib/challenges/drafts";
import { type ChallengeView, readChallenge } from "@/lib/challenges/read-challenge";

type Props = { params: Promise<{ slug: string; locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  const challenge = await orNotFound(readChallenge(await currentActor(), slug));
  return { title: challenge.title[locale], description: challenge.summary[locale] };
}

export default async function ChallengePage({ params }: Props) {
  const { slug, locale } = await params;
  const actor = await currentActor();
  const challenge = await orNotFound(readChallenge(actor, slug));
  const draft = await readDraft(actor, slug);
  const signedIn = actor.kind === "user";
  const text = draft?.files[challenge.entry];
  const statement = (
    <div className="bg-raised p-4 sm:p-6">
      <Facts challenge={challenge} signedIn={signedIn} />
      <Markdown text={challenge.statement[locale]} />
      <Hints
        slug={slug}
        total={challenge.hintsTotal}
        opened={challenge.hints}
        signedIn={signedIn}
      />
    </div>
  );
  return (
    <div className="mx-auto w-full max-w-[110rem] lg:px-4 lg:py-4">
      <h1 className="px-4 py-2 font-semibold text-xl tracking-tight lg:px-0 lg:pt-0 lg:pb-3">
        {challenge.title[locale]}
      </h1>
      <WorkspaceMessages>
        <Workspace
          slug={slug}
          entry={challenge.entry}
          starter={challenge.starter[challenge.entry] ?? ""}
          draft={draft && text !== undefined ? { text, at: draft.updatedAt } : null}
          signedIn={signedIn}
          statement={statement}
        />
      </WorkspaceMessages>
    </div>
  );
}

async function Facts({ challenge, signedIn }: { challenge: ChallengeView; signedIn: boolean }) {
  const t = await getTranslations("challenge");
  const { limits, imports, minutes, slug } = challenge;
  const names = imports.join(", ");
  return (
    <div className="mb-5 grid gap-1 border-line border-b pb-4 text-muted text-sm">
      <p>
        {t("limits", { cpu: limits.cpu_s, wall: limits.wall_s, memory: limits.memory_mb })}
        {" · "}
        {names ? t("imports", { names }) : t("importsNone")}
        {" · "}
        {t("minutes", { n: minutes })}
      </p>
      <p className="flex gap-4">
        <Link href={`/challenges/${slug}/leaderboard`} className="text-accent underline">
          {t("leaderboard")}
        </Link>
        {signedIn ? (
          <Link href={`/submissions?challenge=${slug}`} className="text-accent underline">
            {t("attempts")}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
