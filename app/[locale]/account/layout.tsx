import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/_session/sign-out";
import { SectionNav } from "@/components/section-nav";
import { SubmitButton } from "@/components/ui/submit-button";

const PARTS = [
  ["/account", "profile"],
  ["/account/profile", "public"],
  ["/candidate", "candidate"],
  ["/account/security", "security"],
  ["/account/tokens", "tokens"],
  ["/account/fairness", "fairness"],
  ["/account/data", "data"],
] as const;

/** Each page asks for a sign-in itself: only it knows where to come back to. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("account");
  return (
    <div className="mx-auto grid w-full max-w-7xl gap-6 px-4 py-8 md:grid-cols-[12rem_minmax(0,1fr)] md:gap-10">
      <div className="grid content-start gap-4">
        <h1 className="font-semibold text-2xl">{t("title")}</h1>
        <SectionNav
          label={t("sections")}
          parts={PARTS.map(([href, key]) => ({ href, label: t(`nav.${key}`) }))}
        />
        <form action={signOutAction}>
          <SubmitButton variant="secondary">{t("signOut")}</SubmitButton>
        </form>
      </div>
      <div className="grid min-w-0 content-start gap-10">{children}</div>
    </div>
  );
}
