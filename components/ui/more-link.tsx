import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import { buttonClass } from "./button";

type Props = {
  path: string;
  /** What else the address says, e.g. filters. */
  query?: Record<string, string> | undefined;
  /** The marker of the next page; null on the last one. */
  next: string | null;
  label?: string;
};

/** The way to the next page of a list, where there is one. */
export async function MoreLink({ path, query, next, label }: Props) {
  if (next === null) return null;
  return (
    <Link
      href={{ pathname: path, query: { ...query, cursor: next } }}
      className={buttonClass("secondary", "mt-2 justify-self-start")}
    >
      {label ?? (await getTranslations("common"))("nextPage")}
    </Link>
  );
}
