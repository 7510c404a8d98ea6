import { resolvePackage } from "@/lib/content/folders";
import { loadChallenge } from "@/lib/content/load-challenge";
import { parseBank } from "@/lib/content/quiz-bank";
import { drawForm } from "@/lib/quiz/draw-form";
import { judgeForm } from "@/lib/quiz/judge-form";
import { rightAnswer } from "@/lib/quiz/sample-answers";
import type { Figure } from "../lib/figures";
import { gradingsASecond, timed } from "./beside-plain";

const ROUNDS = 200;

/** A form drawn, answered and judged. Nothing of a quiz runs in a sandbox, so there is no ratio. */
export async function measureQuiz(): Promise<Figure[]> {
  const { manifest, files } = await loadChallenge((await resolvePackage("maas-landscape")) ?? "");
  if (manifest.kind !== "quiz") throw new Error("maas-landscape is no quiz");
  const { questions, slug } = manifest;
  const bank = parseBank(slug, files);
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    whole.push(
      await timed(async () => {
        const form = drawForm(bank, questions, `bench-${round}`);
        const answers = form.map((drawn, index) => {
          const item = bank.items.find(({ id }) => id === drawn.item);
          return [index + 1, item ? rightAnswer(item, drawn) : ""];
        });
        judgeForm(bank, form, Object.fromEntries(answers));
      }),
    );
  }
  return [gradingsASecond("quiz", whole)];
}
