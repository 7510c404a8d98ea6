import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listChallenges } from "@/lib/challenges/list-challenges";
import { VERDICTS } from "@/lib/grading/events";
import { listSubmissions } from "@/lib/submissions/list-submissions";
import { SubmissionFilters } from "./submission-filters";

const PAGE = 25;

/** Anything that is no filter counts as none: an address bar is not a form. */
const filters = z.object({
  challenge: z.string().min(1).optional().catch(undefined),
  verdict: z.enum(VERDICTS).optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submission"))("title") };
}

export default async function SubmissionsPage({ searchParams }: Props) {
  const actor = await requireSignIn("/submissions");
  const { challenge, verdict, cursor } = filters.parse(await searchParams);
  const chosen = { ...(challenge ? { challenge } : {}), ...(verdict ? { verdict } : {}) };
  const [page, challenges] = await Promise.all([
    listSubmissions(actor, { ...chosen, ...(cursor ? { cursor } : {}), limit: PAGE }),
    listChallenges(actor),
  ]);
  const t = await getTranslations("submission");
  const common = await getTranslations("common");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  const hrefOf = (more: Record<string, string>) => ({
    pathname: "/submissions",
    query: { ...chosen, ...more },
  });
  return (
    <Page title={t("title")} lead={t("lead")}>
      <SubmissionFilters
        challenges={challenges.map(({ slug, title }) => ({ slug, title: title[locale] }))}
        chosen={chosen}
      />
      {page.items.length === 0 ? (
        <EmptyNote>
          {t(challenge || verdict ? "emptyFiltered" : "empty")}{" "}
          <Link href="/challenges" className="text-accent underline">
            {t("toChallenges")}
          </Link>
        </EmptyNote>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {page.items.map((item) => (
            <li
              key={item.id}
              className="relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface sm:grid-cols-[1fr_10rem_4rem_11rem]"
            >
              <Link
                href={`/submissions/${item.id}`}
                className="font-medium after:absolute after:inset-0"
              >
                {item.title[locale]}
              </Link>
              <span className="justify-self-end text-muted text-sm sm:justify-self-start">
                {item.verdict ? (
                  <VerdictMark verdict={item.verdict} />
                ) : (
                  common(`status.${item.status}`)
                )}
              </span>
              <span className="text-sm tabular-nums">
                {item.score === null ? "" : format.number(item.score, { style: "percent" })}
              </span>
              <time
                dateTime={item.createdAt}
                className="justify-self-end text-muted text-sm tabular-nums"
              >
                {format.dateTime(new Date(item.createdAt), {
                  dateStyle: "medium",
                  timeStyle: "short",
                })}
              </time>
            </li>
          ))}
        </ul>
      )}
      <nav className="mt-4 flex gap-3">
        {cursor ? (
          <Link href={hrefOf({})} className={buttonClass("secondary")}>
            {t("first")}
          </Link>
        ) : null}
        {page.nextCursor ? (
          <Link href={hrefOf({ cursor: page.nextCursor })} className={buttonClass("secondary")}>
            {t("more")}
          </Link>
        ) : null}
      </nav>
    </Page>
  );
}
