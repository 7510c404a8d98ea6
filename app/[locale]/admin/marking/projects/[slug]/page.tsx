import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readAllocation } from "@/lib/projects/read-allocation";
import { allocateAction } from "../../actions";

type Props = { params: Promise<{ slug: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("project.allocation"))("title") };
}

export default async function AllocationPage({ params }: Props) {
  const { slug, locale } = await params;
  const project = await orNotFound(readAllocation(await currentActor(), slug));
  const t = await getTranslations("project.allocation");
  const format = await getFormatter();
  const { waiting, whole, gatherDays, alpha, pieces } = project;
  return (
    <Page title={project.title[locale]} lead={t("title")}>
      <section className="mb-8 grid max-w-2xl gap-3 rounded-lg border border-line bg-raised p-4">
        <p>{t("waiting", { n: waiting, whole, days: gatherDays })}</p>
        <Form action={allocateAction} summary={t("summary")}>
          <input type="hidden" name="slug" value={slug} />
          <SubmitButton className="justify-self-start">{t("allocate")}</SubmitButton>
        </Form>
        <p className="border-line border-t pt-3 text-muted text-sm">
          {alpha === null
            ? t("noAlpha")
            : t("alpha", { alpha: format.number(alpha, { maximumFractionDigits: 2 }) })}
        </p>
      </section>
      {pieces.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {pieces.map((piece) => (
          <li key={piece.id} className="grid gap-2 px-4 py-3 sm:grid-cols-[16rem_1fr]">
            <div>
              <Link href={`/admin/marking/${piece.id}`} className="font-medium hover:underline">
                {piece.authors.join(", ")}
              </Link>
              <p className="text-muted text-sm">
                {t(`status.${piece.status}`)}
                {piece.dueAt && piece.status === "reviewing"
                  ? ` · ${t("due", { at: format.dateTime(new Date(piece.dueAt), { dateStyle: "medium" }) })}`
                  : ""}
              </p>
            </div>
            <ul className="grid gap-0.5 text-sm">
              {piece.reviews.map(({ id, role, reviewer, state }) => (
                <li key={id} className="flex flex-wrap justify-between gap-x-4">
                  <span>
                    {reviewer ?? t("gone")}
                    {role === "peer" ? "" : ` · ${t(`role.${role}`)}`}
                  </span>
                  <span className="text-muted">{t(`state.${state}`)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Page>
  );
}
