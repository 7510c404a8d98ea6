import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { ChallengeView } from "@/lib/challenges/read-challenge";

/** Limits, imports and expected time, and ways to the leaderboard and one's attempts. */
export async function Facts({
  challenge,
  signedIn,
}: {
  challenge: ChallengeView;
  signedIn: boolean;
}) {
  const t = await getTranslations("challenge");
  const { code, minutes, slug } = challenge;
  return (
    <div className="mb-5 grid gap-1 border-line border-b pb-4 text-muted text-sm">
      <p>
        {code ? <Confines code={code} /> : null}
        {t("minutes", { n: minutes })}
      </p>
      <p className="flex gap-4">
        <Link href={`/challenges/${slug}/leaderboard`} className="text-accent underline">
          {t("leaderboard")}
        </Link>
        {signedIn ? (
          <Link href={`/submissions?challenge=${slug}`} className="text-accent underline">
            {t("attempts")}
          </Link>
        ) : null}
      </p>
    </div>
  );
}

async function Confines({ code }: { code: NonNullable<ChallengeView["code"]> }) {
  const t = await getTranslations("challenge");
  const { cpu_s: cpu, wall_s: wall, memory_mb: memory } = code.limits;
  const names = code.imports.join(", ");
  return (
    <>
      {t("limits", { cpu, wall, memory })}
      {" · "}
      {names ? t("imports", { names }) : t("importsNone")}
      {" · "}
    </>
  );
}
