import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { OwnFit } from "@/components/roles/own-fit";
import { RolePath } from "@/components/roles/role-path";
import { buttonClass } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { type RoleView, readRole } from "@/lib/roles/read-role";

type Props = { params: Promise<{ slug: string; locale: Locale }> };

const BOX = "rounded-lg border border-line bg-raised p-4";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  const role = await orNotFound(readRole({ kind: "visitor", address: "" }, slug));
  const description = role.responsibilities[locale].join(locale === "zh" ? "；" : ". ");
  return { title: role.title[locale], description };
}

export default async function RolePage({ params }: Props) {
  const { slug, locale } = await params;
  const role = await orNotFound(readRole(await currentActor(), slug));
  const t = await getTranslations("role");
  const back = (
    <Link href="/roles" className={buttonClass("secondary")}>
      {t("back")}
    </Link>
  );
  return (
    <Page title={role.title[locale]} aside={back}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <section className={BOX}>
          <h2 className="mb-2 font-semibold">{t("doing")}</h2>
          <ul className="list-disc pl-5">
            {role.responsibilities[locale].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
        {role.own ? (
          <>
            <OwnFit own={role.own} locale={locale} />
            <RolePath path={role.own.path} locale={locale} />
          </>
        ) : (
          <Asked role={role} locale={locale} />
        )}
      </div>
    </Page>
  );
}

/** What is asked for, to who has nothing to compare it with. */
async function Asked({ role, locale }: { role: RoleView; locale: Locale }) {
  const t = await getTranslations("role");
  return (
    <section className={BOX}>
      <h2 className="mb-2 font-semibold">{t("asks")}</h2>
      {(["required", "nice"] as const).map((part) =>
        role[part].length === 0 ? null : (
          <div key={part} className="mb-4">
            <h3 className="text-muted text-sm">{t(part)}</h3>
            <ul className="divide-y divide-line">
              {role[part].map(({ skill, title, level, weight }) => (
                <li key={skill} className="flex flex-wrap justify-between gap-x-4 py-1.5">
                  <span>{title[locale]}</span>
                  <span className="text-muted text-sm tabular-nums">
                    {t("levelAsked", { level })} · {t(`weights.${weight as 1 | 2 | 3}`)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      <Link
        href={{ pathname: "/sign-in", query: { next: `/${locale}/roles/${role.slug}` } }}
        className={buttonClass("primary")}
      >
        {t("signIn")}
      </Link>
    </section>
  );
}
