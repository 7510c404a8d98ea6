import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import { STAGES } from "@/lib/hiring/stages";
import type { Stage } from "@/lib/platform/prisma/enums";

type Props = {
  path: string;
  counts: Record<Stage, number>;
  total: number;
  chosen: Stage | undefined;
};

const look =
  "inline-flex min-h-9 items-center gap-1.5 rounded-md border border-edge px-3 aria-[current]:border-accent aria-[current]:bg-accent-soft";

/** Every stage that somebody is in, with how many. */
export async function StageFilter({ path, counts, total, chosen }: Props) {
  const t = await getTranslations("hiring");
  return (
    <nav aria-label={t("byStage")} className="flex flex-wrap gap-2 text-sm tabular-nums">
      <Link href={path} aria-current={chosen ? undefined : "page"} className={look}>
        {t("all")} {total}
      </Link>
      {STAGES.filter((stage) => counts[stage] > 0 || stage === chosen).map((stage) => (
        <Link
          key={stage}
          href={{ pathname: path, query: { stage } }}
          aria-current={stage === chosen ? "page" : undefined}
          className={look}
        >
          {t(`stages.${stage}`)} {counts[stage]}
        </Link>
      ))}
    </nav>
  );
}
