import { getTranslations } from "next-intl/server";
import { openingWords } from "@/components/openings/opening-words";
import { Alert } from "@/components/ui/alert";
import { CheckField } from "@/components/ui/check-field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/i18n/routing";
import type { OpeningRef } from "@/lib/openings/opening-where";
import type { OwnOpening } from "@/lib/openings/read-opening";
import { settleAction } from "./actions";
import { RefFields } from "./ref-fields";
import { Waiting } from "./waiting";

type Proposal = NonNullable<OwnOpening["proposal"]>;
type Found = NonNullable<Proposal["found"]>;
type Props = { proposal: Proposal; ids: OpeningRef; locale: Locale };

/** What a pasted description seems to ask for: each to be ticked, nothing taken by itself. */
export async function ProposalPanel({ proposal, ids, locale }: Props) {
  const t = await getTranslations("openings.proposal");
  if (proposal.status === "waiting") {
    return <Waiting title={t("waiting")} lead={t("waitingLead")} reload={t("reload")} />;
  }
  const { found } = proposal;
  return (
    <section
      aria-labelledby="proposal"
      className="grid gap-4 rounded-lg border border-accent bg-raised p-4"
    >
      <h2 id="proposal" className="font-semibold text-lg">
        {t("title")}
      </h2>
      <p className="text-muted text-sm">{t("lead")}</p>
      <Form action={settleAction} summary={t("summary")} prefix="proposal-" className="grid gap-5">
        <RefFields {...ids} />
        {found ? (
          <>
            <Facts found={found} locale={locale} />
            <Skills found={found} locale={locale} />
          </>
        ) : (
          <Alert tone="warn">
            <p>{t("failed")}</p>
          </Alert>
        )}
        <details>
          <summary className="cursor-pointer text-muted text-sm">{t("text")}</summary>
          <p className="mt-2 max-h-64 overflow-auto whitespace-pre-line break-words text-sm">
            {proposal.text}
          </p>
        </details>
        <CheckField name="text" label={t("text")} />
        <SubmitButton className="justify-self-start">{t("take")}</SubmitButton>
      </Form>
    </section>
  );
}

async function Facts({ found: { facts }, locale }: { found: Found; locale: Locale }) {
  const t = await getTranslations("openings");
  const words = await openingWords(locale);
  const all = [
    ["title", facts.title],
    ["place", facts.place],
    ["workPlaces", words.workPlaces(facts.workPlaces)],
    ["experience", words.experience(facts.experience)],
    ["pay", words.pay(facts)],
    ["languages", words.languages(facts.languages)],
  ] as const;
  const told = all.filter(([, value]) => value !== "");
  if (told.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{t("proposal.facts")}</legend>
      {told.map(([name, value]) => (
        <CheckField
          key={name}
          name={`fact.${name}`}
          label={t(`proposal.fact.${name}`, { value })}
        />
      ))}
    </fieldset>
  );
}

async function Skills({
  found: { skills, locale: lang },
  locale,
}: {
  found: Found;
  locale: Locale;
}) {
  const t = await getTranslations("openings.proposal");
  if (skills.length === 0) return <p className="text-muted">{t("noSkills")}</p>;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{t("skills")}</legend>
      {skills.map(({ slug, title, level, must, sentence, by }) => (
        <CheckField
          key={slug}
          name={`skill.${slug}`}
          label={
            <>
              <span className="font-medium">{title[locale]}</span>{" "}
              <span className="text-muted text-sm tabular-nums">
                {t("level", { level })} · {t(must ? "must" : "nice")} · {t(by)}
              </span>
              <q lang={lang} className="block break-words text-muted text-sm">
                {sentence}
              </q>
            </>
          }
        />
      ))}
    </fieldset>
  );
}
