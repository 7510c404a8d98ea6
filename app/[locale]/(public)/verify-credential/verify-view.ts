import { getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { describeCheck } from "@/lib/credentials/describe-check";
import { type Described, describeDocument } from "@/lib/credentials/describe-document";
import type { CheckState } from "@/lib/credentials/verification";
import type { Verification } from "@/lib/credentials/verify-document";

/** How a verification came out, in the reader's language. */
export type VerifyView = {
  verdict: Verification["verdict"];
  title: string;
  text: string;
  rows: { outcome: CheckState; name: string; state: string; text: string }[];
  said: Described | null;
};

export async function verifyView(found: Verification, locale: Locale): Promise<VerifyView> {
  const t = await getTranslations({ locale, namespace: "verify" });
  const rows = found.checks.map((check) => ({
    outcome: check.state,
    ...describeCheck(check, locale),
  }));
  return {
    verdict: found.verdict,
    title: t(`verdict.${found.verdict}`),
    text: t(`verdictText.${found.verdict}`),
    rows,
    said: found.document ? describeDocument(found.document) : null,
  };
}
