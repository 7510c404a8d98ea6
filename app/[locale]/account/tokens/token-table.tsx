import { getFormatter, getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/submit-button";
import type { listTokens } from "@/lib/tokens/list-tokens";
import { revokeTokenAction } from "./actions";

type Token = Awaited<ReturnType<typeof listTokens>>[number];

const COLUMNS = ["name", "scopes", "created", "expires", "used", "act"] as const;

export async function TokenTable({ tokens }: { tokens: Token[] }) {
  const t = await getTranslations("account.tokens");
  return (
    <section className="overflow-x-auto" aria-labelledby="list" tabIndex={0}>
      <table className="w-full min-w-2xl text-left text-sm">
        <thead>
          <tr className="border-line border-b">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="py-2 pr-4 font-medium">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function TokenRow({ token }: { token: Token }) {
  const t = await getTranslations("account.tokens");
  const format = await getFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const expired = token.expiresAt <= new Date();
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="py-2 pr-4 font-normal">
        {token.name} <span className="font-mono text-muted">…{token.tail}</span>
      </th>
      <td className="py-2 pr-4 font-mono text-xs">{token.scopes.join(" ")}</td>
      <td className="py-2 pr-4">{day(token.createdAt)}</td>
      <td className="py-2 pr-4">{expired ? t("expired") : day(token.expiresAt)}</td>
      <td className="py-2 pr-4">{token.lastUsedAt ? day(token.lastUsedAt) : t("never")}</td>
      <td className="py-1">
        <form action={revokeTokenAction}>
          <input type="hidden" name="id" value={token.id} />
          <SubmitButton variant="danger" aria-label={t("revokeNamed", { name: token.name })}>
            {t("revoke")}
          </SubmitButton>
        </form>
      </td>
    </tr>
  );
}
