import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { Markdown } from "@/components/markdown";
import { FileList } from "@/components/projects/file-list";
import { MarksAutosave } from "@/components/projects/marks-autosave";
import { MarksFields } from "@/components/projects/marks-fields";
import { ProjectMessages } from "@/components/projects/messages";
import { ReviewCard } from "@/components/projects/review-card";
import { shownCriteria } from "@/components/projects/shown-criteria";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/i18n/routing";
import { readMarking } from "@/lib/projects/read-marking";
import { staffMarksAction } from "../actions";
import { DecideAppeal } from "./decide-appeal";
import { Members } from "./members";
import { Moderate } from "./moderate";

type Props = { params: Promise<{ id: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("project.marking"))("one") };
}

export default async function MarkPage({ params }: Props) {
  const { id, locale } = await params;
  const piece = await orNotFound(readMarking(await currentActor(), id));
  const t = await getTranslations("project.marking");
  const form = await getTranslations("project");
  const criteria = await shownCriteria(piece.rubric);
  const slugs = piece.rubric.map(({ slug }) => slug);
  let peer = 0;
  return (
    <Page title={piece.title[locale]} lead={t(`status.${piece.status}`)}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid min-w-0 gap-4">
          <section
            aria-label={t("work")}
            className="min-w-0 rounded-lg border border-line bg-raised p-4 sm:p-6"
          >
            <Markdown text={piece.report} />
            <FileList base={`/api/v1/pieces/${id}/files`} files={piece.files} />
          </section>
          <Members members={piece.members} />
        </div>
        <div className="grid min-w-0 gap-4">
          {piece.appeal ? <DecideAppeal piece={piece} criteria={criteria} /> : null}
          {piece.status === "moderating" ? <Moderate piece={piece} /> : null}
          {!piece.sent && piece.status === "reviewing" ? (
            <ProjectMessages>
              <Form action={staffMarksAction} summary={form("summary")} prefix="marks-">
                <input type="hidden" name="piece" value={id} />
                <p className="text-sm">{t("howTo")}</p>
                <MarksFields
                  criteria={criteria}
                  marks={piece.marks}
                  commentMin={piece.commentMin}
                />
                <MarksAutosave path={`/pieces/${id}/marks`} criteria={slugs} />
                <SubmitButton className="justify-self-start">{t("send")}</SubmitButton>
              </Form>
            </ProjectMessages>
          ) : null}
          {!piece.sent && piece.status === "waiting" ? <p>{t("notAllocated")}</p> : null}
          {piece.reviews.map((review) => (
            <ReviewCard
              key={review.id}
              title={
                review.role === "peer"
                  ? t("peer", { n: ++peer, name: review.reviewer ?? t("gone") })
                  : t(`role.${review.role}`)
              }
              rubric={piece.rubric}
              marks={review.marks}
              note={
                <span className={`text-sm ${review.apart ? "text-warn" : "text-muted"}`}>
                  {review.apart ? t("apart") : review.counted ? "" : t("uncounted")}
                </span>
              }
            />
          ))}
        </div>
      </div>
    </Page>
  );
}
