import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { z } from "zod";

/** Anybody can have an address there: such a domain says nothing of an organisation. */
const PUBLIC_PROVIDERS = new Set([
  ...["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com"],
  ...["yahoo.com", "yahoo.co.jp", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com"],
  ...["proton.me", "protonmail.com", "gmx.com", "gmx.de", "gmx.net", "web.de", "t-online.de"],
  ...["mail.com", "mail.ru", "yandex.ru", "yandex.com", "zoho.com", "fastmail.com", "tuta.com"],
  ...["qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com", "sina.cn"],
  ...["sohu.com", "139.com", "189.cn", "wo.cn", "aliyun.com", "tom.com", "21cn.com", "88.com"],
  ...["naver.com", "daum.net", "orange.fr", "free.fr", "libero.it", "hey.com"],
  ...["github.io", "gitee.io", "vercel.app", "netlify.app", "pages.dev", "herokuapp.com"],
]);

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** A domain as DNS knows it, or null: at least two labels, no address, no port. */
export function domainName(text: string): string | null {
  // What would be cut off silently.
  if (/[/?#@:\\]/.test(text)) return null;
  const domain = domainToASCII(text.trim().toLowerCase().replace(/\.$/, ""));
  const labels = domain.split(".");
  const last = labels.at(-1) ?? "";
  const fits = domain.length <= 253 && labels.length >= 2 && labels.every((l) => LABEL.test(l));
  return fits && !isIP(domain) && !/^\d+$/.test(last) ? domain : null;
}

const ofProvider = (domain: string): boolean =>
  [...PUBLIC_PROVIDERS].some((name) => domain === name || domain.endsWith(`.${name}`));

export const domainField = z
  .string({ error: "domain_invalid" })
  .max(300, "domain_invalid")
  .transform((text, context) => {
    const domain = domainName(text);
    if (domain && !ofProvider(domain)) return domain;
    const message = domain ? "domain_public" : "domain_invalid";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
