import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SectionNav } from "@/components/section-nav";

const PARTS = [
  ["/candidate", "profile"],
  ["/candidate/consent", "consent"],
  ["/candidate/openings", "openings"],
  ["/candidate/seen", "seen"],
  ["/candidate/import", "import"],
  ["/candidate/applications", "applications"],
  ["/candidate/conversations", "conversations"],
] as const;

/** Each page asks for a sign-in itself: only it knows where to come back to. */
export default async function CandidateLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("candidate");
  return (
    <div className="mx-auto grid w-full max-w-7xl gap-6 px-4 py-8 print:block print:p-0 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-8">
      <div className="grid content-start gap-4 print:hidden">
        <p className="font-semibold text-xl">{t("title")}</p>
        <SectionNav
          label={t("sections")}
          parts={PARTS.map(([href, key]) => ({ href, label: t(`nav.${key}`) }))}
        />
      </div>
      <div className="grid min-w-0 content-start gap-8">{children}</div>
    </div>
  );
}
