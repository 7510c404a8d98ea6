import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";

type Props = { slug: string; namespace: "quiz" | "season" | "model" | "project" };

/** Where a visitor goes to take part, and back. */
export async function SignInNote({ slug, namespace }: Props) {
  const t = await getTranslations(namespace);
  const next = encodeURIComponent(`/${await getLocale()}/challenges/${slug}`);
  return (
    <p className="text-sm">
      {t.rich("signIn", {
        link: (text) => (
          <Link href={`/sign-in?next=${next}`} className="text-accent underline">
            {text}
          </Link>
        ),
      })}
    </p>
  );
}
