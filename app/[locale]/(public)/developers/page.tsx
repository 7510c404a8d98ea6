import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DECLARATIONS } from "@/app/api/_declarations";
import { apiDocument } from "@/app/api/_declarations/document";
import { Page } from "@/components/ui/page";

type Paths = Record<string, Record<string, object>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("title") };
}

/** The API, read from the declarations that serve it. */
export default async function DevelopersPage() {
  const t = await getTranslations("api");
  const paths = apiDocument().paths as Paths;
  const tags = [...new Set(DECLARATIONS.map((route) => route.tag))];
  return (
    <Page title={t("title")} lead={t("lead")}>
      <p className="mb-6 text-sm">
        {t("auth")}{" "}
        <a href="/api/v1/openapi.json" className="text-accent underline">
          openapi.json
        </a>
      </p>
      {tags.map((tag) => (
        <section key={tag} className="mb-8">
          <h2 className="mb-3 font-semibold">{t(`tags.${tag}`)}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
            {DECLARATIONS.filter((route) => route.tag === tag).map((route) => (
              <li key={route.operationId} className="px-4 py-3">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <code className="font-mono font-semibold text-accent text-sm">
                    {route.method}
                  </code>
                  <code className="break-all font-mono text-sm">/api/v1{route.path}</code>
                  {route.scope ? (
                    <code className="font-mono text-muted text-xs">{route.scope}</code>
                  ) : null}
                </p>
                <p className="mt-1 text-muted text-sm">{t(`operations.${route.operationId}`)}</p>
                <Schemas operation={paths[route.path]?.[route.method.toLowerCase()]} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

async function Schemas({ operation }: { operation: object | undefined }) {
  const t = await getTranslations("api");
  return (
    <details className="mt-1">
      <summary className="cursor-pointer text-muted text-xs">{t("schema")}</summary>
      <pre
        className="mt-1 max-h-96 overflow-auto rounded bg-surface p-3 font-mono text-xs"
        tabIndex={0}
      >
        {JSON.stringify(operation, null, 2)}
      </pre>
    </details>
  );
}
