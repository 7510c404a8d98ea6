import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Page } from "@/components/ui/page";
import type { DomainError } from "@/lib/platform/errors";

/** Stands in the place of a page that a limit keeps back for now. */
export async function LimitPage({ title, refusal }: { title: string; refusal: DomainError }) {
  const t = await getTranslations("errors");
  const { code, params } = refusal;
  return (
    <Page title={title}>
      <Alert tone="warn" role="alert">
        {t(t.has(code) ? code : "unexpected", params)}
      </Alert>
    </Page>
  );
}
