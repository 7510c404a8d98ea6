import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { BandHistory } from "@/components/skills/band-history";
import { roundedBand } from "@/components/skills/rounded-band";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readSkill, type SkillView } from "@/lib/skills/read-skill";
import { SkillPrivacy } from "./skill-privacy";

type Props = { params: Promise<{ slug: string; locale: Locale }> };
type Part = { skill: SkillView; locale: Locale };

const BOX = "rounded-lg border border-line bg-raised p-4";
const CELL = "px-3 py-2 sm:px-4";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  const actor = await requireSignIn(`/skills/${slug}`);
  return { title: (await orNotFound(readSkill(actor, slug))).title[locale] };
}

export default async function SkillPage({ params }: Props) {
  const { slug, locale } = await params;
  const actor = await requireSignIn(`/skills/${slug}`);
  const skill = await orNotFound(readSkill(actor, slug));
  const t = await getTranslations("skill.detail");
  const back = (
    <Link href="/skills" className={buttonClass("secondary")}>
      {t("back")}
    </Link>
  );
  return (
    <Page title={skill.title[locale]} lead={skill.description[locale]} aside={back}>
      <div className="grid gap-6">
        {skill.estimate ? (
          <>
            <Levels skill={skill} locale={locale} />
            <History skill={skill} locale={locale} />
            <Evidence skill={skill} locale={locale} />
          </>
        ) : (
          <EmptyNote>{t("nothing")}</EmptyNote>
        )}
        <Challenges skill={skill} locale={locale} />
        <SkillPrivacy actor={actor} skill={slug} />
        <ModelNote skill={skill} locale={locale} />
      </div>
    </Page>
  );
}

async function Levels({ skill }: Part) {
  const t = await getTranslations("skill");
  const format = await getFormatter();
  const { estimate, cuts } = skill;
  if (!estimate || !cuts) return null;
  return (
    <section className={BOX}>
      <h2 className="font-semibold">{t("detail.now")}</h2>
      <p className="mb-3 text-lg tabular-nums">
        {t("band", roundedBand(estimate))}
        <span className="text-base text-muted">
          {" · "}
          {t("counted", { responses: estimate.responses, items: estimate.items })}
        </span>
      </p>
      <table className="w-full max-w-xl text-sm tabular-nums">
        <caption className="pb-1 text-left text-muted">{t("detail.above")}</caption>
        <thead className="border-line border-b text-left text-muted">
          <tr>
            {(["level", "from", "probability"] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pr-4 font-medium">
                {t(`detail.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {cuts.map(({ level, at }) => (
            <tr key={level}>
              <th scope="row" className="py-1 pr-4 text-left font-medium">
                {t(`levels.${level}`)}
              </th>
              <td className="py-1 pr-4">{Math.round(at)}</td>
              <td className="py-1 pr-4">
                {format.number(estimate.above[level], { style: "percent" })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function History({ skill }: Part) {
  const t = await getTranslations("skill");
  const format = await getFormatter();
  const { history, cuts } = skill;
  const last = history.at(-1);
  if (!last || !cuts) return null;
  const points = history.map((point, index) => ({ key: `${index}`, ...point }));
  return (
    <section className={BOX}>
      <h2 className="mb-2 font-semibold">{t("detail.history")}</h2>
      <BandHistory
        points={points}
        cuts={cuts.map(({ level, at }) => ({ name: t(`levels.${level}`), at }))}
        label={t("detail.historyLabel", { n: history.length, ...roundedBand(last) })}
      />
      <table className="mt-2 w-full max-w-xl text-sm tabular-nums">
        <thead className="border-line border-b text-left text-muted">
          <tr>
            <th scope="col" className="py-1 pr-4 font-medium">
              {t("detail.when")}
            </th>
            <th scope="col" className="py-1 pr-4 font-medium">
              {t("detail.bandColumn")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {points.map(({ key, at, ...band }) => (
            <tr key={key}>
              <td className="py-1 pr-4">
                {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
              </td>
              <td className="py-1 pr-4">{t("band", roundedBand(band))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function Evidence({ skill, locale }: Part) {
  const t = await getTranslations("skill.detail");
  const format = await getFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  return (
    <section
      // A table that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("evidence")}
      className="overflow-x-auto rounded-lg border border-line bg-raised"
    >
      <h2 className="px-4 pt-4 font-semibold">{t("evidence")}</h2>
      <table className="w-full whitespace-nowrap text-sm">
        <thead className="border-line border-b text-left text-muted">
          <tr>
            {(["challenge", "verdict", "score", "worth", "effect", "when"] as const).map(
              (column) => (
                <th key={column} scope="col" className={`${CELL} font-medium`}>
                  {t(column)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line tabular-nums">
          {skill.evidence.map(({ id, title, verdict, score, worth, raised, at }) => (
            <tr key={id}>
              <th scope="row" className={`${CELL} text-left font-medium`}>
                <Link href={`/submissions/${id}`} className="text-accent underline">
                  {title[locale]}
                </Link>
              </th>
              <td className={CELL}>
                <VerdictMark verdict={verdict} />
              </td>
              <td className={CELL}>{format.number(score, { style: "percent" })}</td>
              <td className={CELL}>{t("worthItems", { n: number(worth) })}</td>
              <td className={CELL}>
                {t(raised < 0 ? "lowered" : "raised", { n: number(Math.abs(raised)) })}
              </td>
              <td className={CELL}>{format.dateTime(new Date(at), { dateStyle: "medium" })}</td>
            </tr>
          ))}
          {skill.orientations.map(({ id, questions, worth, raised, at }) => (
            <tr key={id}>
              <th scope="row" className={`${CELL} text-left font-medium`}>
                <Link href={`/orientation/${id}`} className="text-accent underline">
                  {t("orientation", { n: questions })}
                </Link>
              </th>
              <td className={CELL}>–</td>
              <td className={CELL}>–</td>
              <td className={CELL}>{t("worthItems", { n: number(worth) })}</td>
              <td className={CELL}>
                {t(raised < 0 ? "lowered" : "raised", { n: number(Math.abs(raised)) })}
              </td>
              <td className={CELL}>
                {at ? format.dateTime(new Date(at), { dateStyle: "medium" }) : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function Challenges({ skill, locale }: Part) {
  const t = await getTranslations("skill");
  if (skill.challenges.length === 0) return null;
  return (
    <section className={BOX}>
      <h2 className="mb-2 font-semibold">{t("detail.challenges")}</h2>
      <ul className="grid gap-1">
        {skill.challenges.map(({ slug, title, minutes }) => (
          <li key={slug}>
            <Link href={`/challenges/${slug}`} className="text-accent underline">
              {title[locale]}
            </Link>
            <span className="text-muted text-sm"> · {t("next.minutes", { n: minutes })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function ModelNote({ skill }: Part) {
  const t = await getTranslations("skill");
  const format = await getFormatter();
  const { model, computedAt } = skill;
  return (
    <p className="text-muted text-sm">
      <Link href="/method" className="text-accent underline">
        {t("method")}
      </Link>
      {model && computedAt ? (
        <span className="ml-3 break-all">
          {t("detail.model", {
            id: model.slice(0, 14),
            at: format.dateTime(new Date(computedAt), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </span>
      ) : null}
    </p>
  );
}
