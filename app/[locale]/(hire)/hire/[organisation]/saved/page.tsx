import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import { listSearches } from "@/lib/matching/searches/own-searches";
import { savedSearchAction } from "./actions";

type Props = { params: Promise<{ organisation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("saved.title") };
}

export default async function SavedPage({ params }: Props) {
  const { organisation } = await params;
  const actor = await requireSignIn(`/hire/${organisation}/saved`);
  const searches = await orNotFound(listSearches(actor, organisation));
  const t = await getTranslations("matching");
  const format = await getFormatter();
  const summary = (await getTranslations("account"))("summary");
  const search = (
    <Link href={`/hire/${organisation}/search`} className={buttonClass("secondary")}>
      {t("search.title")}
    </Link>
  );
  return (
    <Page title={t("saved.title")} lead={t("saved.lead")} aside={search}>
      {searches.length === 0 ? <EmptyNote>{t("saved.none")}</EmptyNote> : null}
      <ul className="grid gap-3">
        {searches.map(({ id, name, alerts, createdAt }) => (
          <li key={id} className="rounded-lg border border-line bg-raised p-4">
            <p className="break-words font-medium">{name}</p>
            <p className="mb-3 text-muted text-sm">
              {format.dateTime(createdAt, { dateStyle: "medium" })} ·{" "}
              {t(alerts ? "saved.alertsOn" : "saved.alertsOff")}
            </p>
            <Form
              action={savedSearchAction}
              summary={summary}
              prefix={`${id}-`}
              className="flex flex-wrap gap-2"
            >
              <input type="hidden" name="organisation" value={organisation} />
              <input type="hidden" name="search" value={id} />
              <Button type="submit" name="act" value="repeat">
                {t("saved.repeat")}
              </Button>
              <Button
                type="submit"
                name="act"
                value={alerts ? "alerts-off" : "alerts-on"}
                variant="secondary"
              >
                {t(alerts ? "saved.turnOff" : "saved.turnOn")}
              </Button>
              <Button type="submit" name="act" value="delete" variant="danger">
                {t("saved.delete")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Page>
  );
}
