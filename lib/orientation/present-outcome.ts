import { ORIENTATION_PILLARS } from "@/lib/content/orientation-bank";
import type { Answer } from "@/lib/quiz/answers";
import { fillLocalized } from "@/lib/quiz/fill-text";
import { presentQuestion } from "@/lib/quiz/present-question";
import type { Outcome } from "@/lib/quiz/present-result";
import { rightAnswer } from "@/lib/quiz/sample-answers";
import { type MappedSkill, titlesOf } from "@/lib/skills/list-skills";
import { meanBand } from "@/lib/skills/mean-band";
import { shownBand } from "@/lib/skills/shown-estimate";
import type { Asked, Attempt } from "./attempt-row";

/** What an orientation that is over found, before and after, and every question with its key. */
export function presentOutcome(
  { before, after, answers }: Attempt,
  skills: readonly MappedSkill[],
) {
  const titleOf = titlesOf(skills);
  const asked = new Set(answers.flatMap((one) => (one.score === null ? [] : [one.skillSlug])));
  const measured = skills.filter(({ slug }) => asked.has(slug));
  const bandOf = (all: Attempt["after"], slug: string) =>
    all?.[slug] ? shownBand(all[slug]) : null;
  const ofPillar = (all: Attempt["after"], pillar: string) =>
    meanBand(
      skills
        .filter((one) => one.pillar.split("-")[0] === pillar)
        .flatMap(({ slug }) => all?.[slug] ?? []),
    );
  return {
    pillars: ORIENTATION_PILLARS.map((pillar) => ({
      ...{ pillar, before: ofPillar(before, pillar), after: ofPillar(after, pillar) },
    })),
    skills: measured.map(({ slug, title }) => ({
      ...{ slug, title },
      ...{ before: bandOf(before, slug), after: bandOf(after, slug) },
    })),
    // Another may be begun at once where none counted: who looked and left would get key after key.
    questions: asked.size === 0 ? [] : answers.map((one) => presentAnswered(one, titleOf)),
  };
}

function presentAnswered(one: Asked, titleOf: ReturnType<typeof titlesOf>) {
  const { position, item, drawn, answer, score, skillSlug } = one;
  return {
    question: presentQuestion(position, titleOf(skillSlug), item, drawn),
    answer: answer ?? ([] satisfies Answer),
    right: rightAnswer(item, drawn),
    how: one.outcome,
    counted: score !== null,
    result: {
      number: position,
      outcome: outcomeOf(score, answer),
      ...{ earned: (score ?? 0) * item.points, points: item.points },
      explanation: fillLocalized(item.explanation, drawn.params),
      reading: null,
    },
  };
}

function outcomeOf(score: number | null, answer: Answer | null): Outcome {
  if (answer === null) return "unanswered";
  return score === 1 ? "right" : (score ?? 0) > 0 ? "partly" : "wrong";
}
