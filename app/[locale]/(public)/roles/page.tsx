import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { buttonClass } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { type ListedRole, listRoles } from "@/lib/roles/list-roles";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ order?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("role"))("title") };
}

export default async function RolesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const byFit = (await searchParams).order === "fit";
  const actor = await currentActor();
  const signedIn = actor.kind === "user";
  const roles = await listRoles(actor, byFit ? "fit" : "listed");
  const t = await getTranslations("role");
  return (
    <Page
      title={t("title")}
      lead={t(signedIn ? "lead" : "leadVisitor")}
      aside={signedIn ? <Order byFit={byFit} /> : <SignIn locale={locale} />}
    >
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {roles.map((role) => (
          <li key={role.slug}>
            <RoleCard role={role} locale={locale} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

async function SignIn({ locale }: { locale: Locale }) {
  const t = await getTranslations("role");
  return (
    <Link
      href={{ pathname: "/sign-in", query: { next: `/${locale}/roles` } }}
      className={buttonClass("secondary")}
    >
      {t("signIn")}
    </Link>
  );
}

async function Order({ byFit }: { byFit: boolean }) {
  const t = await getTranslations("role");
  const look =
    "rounded-md px-3 py-1.5 text-sm hover:bg-surface aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium";
  return (
    <nav aria-label={t("order")} className="flex gap-1">
      <Link href="/roles" aria-current={byFit ? undefined : "true"} className={look}>
        {t("listed")}
      </Link>
      <Link
        href={{ pathname: "/roles", query: { order: "fit" } }}
        aria-current={byFit ? "true" : undefined}
        className={look}
      >
        {t("byFit")}
      </Link>
    </nav>
  );
}

async function RoleCard({ role, locale }: { role: ListedRole; locale: Locale }) {
  const t = await getTranslations("role");
  const format = await getFormatter();
  const { slug, title, responsibilities, skills, fit } = role;
  const share = format.number(fit?.share ?? 0, { style: "percent" });
  return (
    <article className="relative flex h-full flex-col gap-3 rounded-lg border border-line bg-raised p-5">
      <h2 className="font-semibold text-lg">
        <Link href={`/roles/${slug}`} className="after:absolute after:inset-0">
          {title[locale]}
        </Link>
      </h2>
      <ul className="list-disc pl-5">
        {responsibilities[locale].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className="mt-auto text-muted text-sm">
        {fit ? (
          <>
            <meter
              min={0}
              max={1}
              value={fit.share}
              aria-label={t("fitLabel", { role: title[locale], share })}
              className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-meter-bar]:bg-accent [&::-webkit-meter-bar]:h-1.5 [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:bg-line [&::-webkit-meter-optimum-value]:bg-accent"
            />
            <p className="mt-1">{t("fit", { share })}</p>
            <p>{t("measuredOf", { measured: fit.measured, total: skills })}</p>
          </>
        ) : (
          <p>{t("skillsAsked", { n: skills })}</p>
        )}
      </div>
    </article>
  );
}
