import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Actor } from "@/lib/auth/actor";
import { isMember } from "@/lib/organisations/is-member";
import { countOwnReviews } from "@/lib/projects/list-reviews";
import { LanguageSwitch } from "./language-switch";
import { NavLink } from "./nav-link";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";
import { buttonClass } from "./ui/button";

type Props = { actor: Actor; theme: Theme; onTheme: (theme: Theme) => Promise<void> };

/** Name, the main ways, language, theme and account; on a phone the ways stand in a row of their own. */
export async function SiteHeader({ actor, theme, onTheme }: Props) {
  const t = await getTranslations("nav");
  const common = await getTranslations("common");
  const user = actor.kind === "user" ? actor : null;
  const [reviews, hires] = await Promise.all([countOwnReviews(actor), isMember(actor)]);
  return (
    <header className="border-line border-b bg-raised">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-2 px-4 md:gap-x-6">
        <Link href="/" className="flex h-13 items-center gap-2 font-semibold tracking-tight">
          <Mark />
          {common("name")}
        </Link>
        <nav
          aria-label={t("main")}
          className="-mx-4 order-last flex w-[calc(100%+2rem)] gap-1 overflow-x-auto border-line border-t px-2 md:order-none md:mx-0 md:w-auto md:border-0 md:px-0"
        >
          <NavLink href="/tracks">{t("tracks")}</NavLink>
          <NavLink href="/challenges">{t("challenges")}</NavLink>
          {user ? <NavLink href="/skills">{t("skills")}</NavLink> : null}
          {user ? <NavLink href="/submissions">{t("submissions")}</NavLink> : null}
          {reviews > 0 ? <NavLink href="/reviews">{t("reviews", { n: reviews })}</NavLink> : null}
          {hires ? <NavLink href="/hire">{t("hiring")}</NavLink> : null}
          {user?.role === "admin" ? <NavLink href="/admin">{t("admin")}</NavLink> : null}
          {user?.role === "author" ? <NavLink href="/admin/marking">{t("marking")}</NavLink> : null}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <LanguageSwitch>{t("language")}</LanguageSwitch>
          <ThemeSwitch
            key={theme}
            theme={theme}
            label={t("theme")}
            names={{
              system: t("themes.system"),
              light: t("themes.light"),
              dark: t("themes.dark"),
            }}
            onChange={onTheme}
          />
          {user ? (
            <Link href="/account" className={buttonClass("secondary", "ml-1")}>
              {t("account")}
            </Link>
          ) : (
            <Link href="/sign-in" className={buttonClass("primary", "ml-1")}>
              {t("signIn")}
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}

/** A streak on dark stone. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6">
      <rect x="2" y="4" width="20" height="16" rx="4" className="fill-ink" />
      <path d="M6 15 18 9" className="stroke-accent" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
