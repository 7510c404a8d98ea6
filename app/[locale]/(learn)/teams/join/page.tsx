import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/i18n/routing";
import { DomainError } from "@/lib/platform/errors";
import { readTeamLink } from "@/lib/projects/team";
import { joinAction } from "./actions";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("project.join"))("title") };
}

export default async function JoinPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const token = String((await searchParams).token ?? "");
  const actor = await requireSignIn(`/teams/join?token=${encodeURIComponent(token)}`);
  const t = await getTranslations("project.join");
  const team = await readTeamLink(actor, token).catch((error: unknown) => {
    if (error instanceof DomainError) return null;
    throw error;
  });
  return (
    <Page title={t("title")}>
      {team ? (
        <div className="max-w-xl">
          <p className="mb-4">
            {t("text", { title: team.title[locale], names: team.members.join(", ") })}
          </p>
          <Form action={joinAction} summary={t("summary")}>
            <input type="hidden" name="token" value={token} />
            <SubmitButton className="justify-self-start">{t("join")}</SubmitButton>
          </Form>
        </div>
      ) : (
        <Alert tone="warn">{t("spent")}</Alert>
      )}
    </Page>
  );
}
