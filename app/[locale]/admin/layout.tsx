import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireAdminPage } from "@/app/_session/require-sign-in";
import { NavLink } from "@/components/nav-link";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdminPage();
  const t = await getTranslations("admin");
  return (
    <>
      <nav aria-label={t("title")} className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-7xl gap-1 px-2">
          <NavLink href="/admin" exact>
            {t("overview.title")}
          </NavLink>
          <NavLink href="/admin/users">{t("users.title")}</NavLink>
          <NavLink href="/admin/seasons">{t("seasons.title")}</NavLink>
          <NavLink href="/admin/mail">{t("mail.title")}</NavLink>
        </div>
      </nav>
      {children}
    </>
  );
}
