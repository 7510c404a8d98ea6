import { getFormatter, getTranslations } from "next-intl/server";
import type { readMarking } from "@/lib/projects/read-marking";

type Members = Awaited<ReturnType<typeof readMarking>>["members"];

/** Who wrote a piece and what each did: closed until asked for, since marking is best done blind. */
export async function Members({ members }: { members: Members }) {
  const t = await getTranslations("project.marking");
  const format = await getFormatter();
  return (
    <details className="rounded-lg border border-line bg-raised">
      <summary className="cursor-pointer px-4 py-3 font-medium">
        {t("authors", { n: members.length })}
      </summary>
      <ul className="divide-y divide-line border-line border-t px-4 text-sm">
        {members.map(({ name, statement, factor }, index) => (
          <li key={`${name}-${String(index)}`} className="py-3">
            <p className="font-medium">
              {name}
              {factor === null ? null : (
                <span className="ml-2 font-normal text-muted">
                  {t("factor", { factor: format.number(factor, { maximumFractionDigits: 2 }) })}
                </span>
              )}
            </p>
            <p className="whitespace-pre-line break-words">{statement}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
