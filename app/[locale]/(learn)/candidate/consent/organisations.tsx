import { getTranslations } from "next-intl/server";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { SearchForm } from "@/components/ui/search-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OwnConsent } from "@/lib/candidates/read-consent";
import { placeAction } from "./actions";

type Organisation = { id: string; name: string; domain: string | null };
type Placed = OwnConsent["organisations"];
type Sought = { found: Organisation[]; more: boolean };
type Props = { placed: Placed; search: string; sought: Sought };

/** Organisations that may find him, and those that never shall. */
export async function Organisations({ placed, search, sought: { found, more } }: Props) {
  const t = await getTranslations("candidate.consent");
  const known = new Set(placed.map(({ id }) => id));
  const fresh = found.filter(({ id }) => !known.has(id));
  return (
    <section aria-labelledby="organisations" className="grid max-w-2xl gap-4">
      <h2 id="organisations" className="border-line border-b pb-2 font-semibold text-lg">
        {t("organisations")}
      </h2>
      <p className="text-muted">{t("organisationsHint")}</p>
      {placed.length > 0 ? (
        <ul className="grid gap-2">
          {placed.map(({ kind, ...organisation }) => (
            <Row key={organisation.id} organisation={organisation} kind={kind} />
          ))}
        </ul>
      ) : (
        <EmptyNote>{t("noOrganisations")}</EmptyNote>
      )}
      <SearchForm label={t("search")} submit={t("find")} value={search} />
      {search !== "" && fresh.length === 0 ? <p role="status">{t("notFound")}</p> : null}
      <ul className="grid gap-2">
        {fresh.map((organisation) => (
          <Row key={organisation.id} organisation={organisation} kind="none" />
        ))}
      </ul>
      {more ? <p className="text-muted text-sm">{t("moreFound")}</p> : null}
    </section>
  );
}

type RowProps = { organisation: Organisation; kind: "chosen" | "blocked" | "none" };

async function Row({ organisation, kind }: RowProps) {
  const t = await getTranslations("candidate.consent");
  const summary = (await getTranslations("candidate"))("summary");
  const { id, name, domain } = organisation;
  const acts = (["chosen", "blocked", "none"] as const).filter((act) => act !== kind);
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-raised p-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="break-words font-medium">{name}</p>
        <p className="break-words text-muted text-sm">
          {[domain, kind === "none" ? null : t(`kind.${kind}`)].filter(Boolean).join(" · ")}
        </p>
      </div>
      {acts.map((act) => (
        <Form key={act} action={placeAction} summary={summary} prefix={`${id}-${act}-`}>
          <input type="hidden" name="organisationId" value={id} />
          <input type="hidden" name="place" value={act} />
          <SubmitButton
            variant={act === "blocked" ? "danger" : "secondary"}
            aria-label={t(`actOn.${act}`, { name })}
          >
            {t(`act.${act}`)}
          </SubmitButton>
        </Form>
      ))}
    </li>
  );
}
