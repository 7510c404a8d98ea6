import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { Markdown } from "@/components/markdown";
import { buttonClass } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readLesson } from "@/lib/tracks/read-lesson";
import { markRead } from "./actions";

type Props = { params: Promise<{ slug: string; lesson: string; locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, lesson, locale } = await params;
  return {
    title: (await orNotFound(readLesson(await currentActor(), slug, lesson))).title[locale],
  };
}

export default async function LessonPage({ params }: Props) {
  const { slug, lesson: lessonSlug, locale } = await params;
  const actor = await currentActor();
  const lesson = await orNotFound(readLesson(actor, slug, lessonSlug));
  const t = await getTranslations("track");
  const common = await getTranslations("common");
  const hrefOf = (item: { type: string; slug: string }) =>
    item.type === "lesson" ? `/tracks/${slug}/lessons/${item.slug}` : `/challenges/${item.slug}`;
  return (
    <article className="mx-auto w-full max-w-3xl px-4 py-10">
      <p className="text-muted text-sm">
        <Link href={`/tracks/${slug}`} className="hover:text-ink">
          {lesson.track.title[locale]}
        </Link>
        {` · ${common("minutes", { n: lesson.minutes })}`}
      </p>
      <h1 className="mt-2 mb-8 font-semibold text-3xl tracking-tight">{lesson.title[locale]}</h1>
      <Markdown text={lesson.text[locale]} className="text-base leading-7" />
      <footer className="mt-12 flex flex-wrap items-center gap-4 border-line border-t pt-6">
        {lesson.done ? <p className="text-good text-sm">{t("isRead")}</p> : null}
        {actor.kind === "user" && !lesson.done ? (
          <form action={markRead.bind(null, slug, lessonSlug)}>
            <SubmitButton variant="secondary">{t("markRead")}</SubmitButton>
          </form>
        ) : null}
        {lesson.next ? (
          <Link href={hrefOf(lesson.next)} className={buttonClass("primary", "ml-auto")}>
            {t("next", { title: lesson.next.title[locale] })}
          </Link>
        ) : null}
      </footer>
    </article>
  );
}
