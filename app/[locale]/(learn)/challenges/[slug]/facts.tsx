import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { ChallengeView } from "@/lib/challenges/read-challenge";

type Code = NonNullable<ChallengeView["code"]>;

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
      {code?.device ? <DeviceFacts device={code.device} /> : null}
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

/** What of a GPU it needs, whether there is one, and whether its marks were tried on it. */
async function DeviceFacts({ device }: { device: NonNullable<Code["device"]> }) {
  const t = await getTranslations("challenge");
  return (
    <p>
      {t("device", { memory: device.memory_mb })}
      {device.connected ? null : <span className="text-warn"> {t("deviceMissing")}</span>}
      {device.proven ? null : <span className="block">{t("speedUnproven")}</span>}
    </p>
  );
}

async function Confines({ code }: { code: Code }) {
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
