import { getTranslations } from "next-intl/server";
import type { Explanation } from "@/lib/matching/score/scorer";
import { ScoreBar } from "./score-bar";

type Props = { result: Pick<Explanation, "score" | "low" | "high" | "skills"> };

/**
 * A match with its interval, which tells how surely asked skills are known. Where none is asked for
 * or none of them is measured it would look like certainty, and is left out.
 */
export async function MatchScore({ result }: Props) {
  const t = await getTranslations("matching");
  const { score, low, high, skills } = result;
  const whole = (share: number) => Math.round(100 * share);
  const kind =
    skills.length === 0
      ? "byText"
      : skills.some(({ by }) => by === "evidence")
        ? "match"
        : "unmeasured";
  const label = t(`row.${kind}`, { score: whole(score), low: whole(low), high: whole(high) });
  return (
    <div className="w-full max-w-md">
      <p className="font-medium tabular-nums">{label}</p>
      <ScoreBar score={score} low={low} high={high} label={label} />
    </div>
  );
}
