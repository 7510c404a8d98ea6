import { getTranslations } from "next-intl/server";
import type { Explanation } from "@/lib/matching/score/scorer";
import { ScoreBar } from "./score-bar";

type Props = { result: Pick<Explanation, "score" | "low" | "high" | "skills"> };

/**
 * A match with its interval. The interval tells how surely asked skills are known; where none of
 * them is measured it would look like certainty, so that is said in its place.
 */
export async function MatchScore({ result }: Props) {
  const t = await getTranslations("matching");
  const { score, low, high, skills } = result;
  const whole = (share: number) => Math.round(100 * share);
  const measured = skills.length === 0 || skills.some(({ by }) => by === "evidence");
  const label = measured
    ? t("row.match", { score: whole(score), low: whole(low), high: whole(high) })
    : t("row.unmeasured", { score: whole(score) });
  return (
    <div className="w-full max-w-md">
      <p className="font-medium tabular-nums">{label}</p>
      <ScoreBar score={score} low={low} high={high} label={label} />
    </div>
  );
}
