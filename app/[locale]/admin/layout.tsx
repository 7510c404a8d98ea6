import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireStaffPage } from "@/app/_session/require-sign-in";
import { NavLink } from "@/components/nav-link";
import { isAdmin } from "@/lib/auth/policies";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const admin = isAdmin(await requireStaffPage());
  const t = await getTranslations("admin");
  const talent = await getTranslations("organisations");
  return (
    <>
      <nav aria-label={t("title")} className="border-line border-b bg-surface">
        <div className="mx-auto flex max-w-7xl gap-1 overflow-x-auto px-2">
          {admin ? (
            <>
              <NavLink href="/admin" exact>
                {t("overview.title")}
              </NavLink>
              <NavLink href="/admin/users">{t("users.title")}</NavLink>
              <NavLink href="/admin/seasons">{t("seasons.title")}</NavLink>
              <NavLink href="/admin/measurement">{t("measurement.title")}</NavLink>
              <NavLink href="/admin/credentials">{t("credentials.title")}</NavLink>
              <NavLink href="/admin/organisations">{talent("admin.title")}</NavLink>
              <NavLink href="/admin/reports">{talent("reports.title")}</NavLink>
              <NavLink href="/admin/mail">{t("mail.title")}</NavLink>
            </>
          ) : null}
          <NavLink href="/admin/items">{t("items.title")}</NavLink>
          <NavLink href="/admin/marking">{t("marking")}</NavLink>
        </div>
      </nav>
      {children}
    </>
  );
}
