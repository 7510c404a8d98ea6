import type { Metadata } from "next";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { Markdown } from "@/components/markdown";
import { Hints } from "@/components/workspace/hints";
import { WorkspaceMessages } from "@/components/workspace/messages";
import type { Locale } from "@/i18n/routing";
import type { Actor } from "@/lib/auth/actor";
import { readChallenge } from "@/lib/challenges/read-challenge";
import { CodeWork } from "./code-work";
import { Facts } from "./facts";

// A page's scripts are those of every kind that it imports, unless it does so when needed.
const QuizWork = dynamic(async () => (await import("./quiz-work")).QuizWork);
const ModelWork = dynamic(async () => (await import("./model-work")).ModelWork);
const SeasonWork = dynamic(async () => (await import("./season-work")).SeasonWork);
const ProjectWork = dynamic(async () => (await import("./project-work")).ProjectWork);

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
  const signedIn = actor.kind === "user";
  const hints = (
    <Hints slug={slug} total={challenge.hintsTotal} opened={challenge.hints} signedIn={signedIn} />
  );
  const statement = (
    <div className="bg-raised p-4 sm:p-6">
      {challenge.code ? <Facts challenge={challenge} signedIn={signedIn} /> : null}
      <Markdown text={challenge.statement[locale]} />
      {/* A workspace brings its messages along. */}
      {challenge.code ? hints : <WorkspaceMessages>{hints}</WorkspaceMessages>}
    </div>
  );
  return (
    <div
      className={`mx-auto w-full lg:px-4 lg:py-4 ${challenge.code ? "max-w-[110rem]" : "max-w-7xl"}`}
    >
      <h1 className="px-4 py-2 font-semibold text-xl tracking-tight lg:px-0 lg:pt-0 lg:pb-3">
        {challenge.title[locale]}
      </h1>
      {challenge.code ? (
        <CodeWork actor={actor} slug={slug} code={challenge.code} statement={statement} />
      ) : (
        <OtherWork kind={challenge.kind} actor={actor} slug={slug} statement={statement} />
      )}
    </div>
  );
}

type WorkProps = { kind: string; actor: Actor; slug: string; statement: ReactNode };

function OtherWork({ kind, ...props }: WorkProps) {
  if (kind === "project") return <ProjectWork {...props} />;
  if (kind === "model") return <ModelWork {...props} />;
  return kind === "predictions" ? <SeasonWork {...props} /> : <QuizWork {...props} />;
}
